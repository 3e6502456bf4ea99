package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

    @TempDir
    private Path folder;

    private Path script;

    @BeforeEach
    void print() throws IOException {
        script = Files.writeString(
                folder.resolve("completion"),
                CommandForTests.here().run("completion").out());
    }

    @Test
    void isAScriptForBash() throws IOException, InterruptedException {
        assertThat(Shell.run("bash", "-n", script.toString())).isEmpty();
    }

    @Test
    void completesCommandsAndOptions() throws IOException, InterruptedException {
        assertThat(completed("wi")).isEqualTo("windows\n");
        assertThat(completed("run --dry")).isEqualTo("--dry-run\n");
    }

    private String completed(String typed) throws IOException, InterruptedException {
        int last = typed.split(" ").length;
        return Shell.run(
                "bash",
                "-c",
                "source %s; COMP_WORDS=(chat-reports %s); COMP_CWORD=%d; _complete_chat-reports 2>/dev/null; echo ${COMPREPLY[*]}"
                        .formatted(script, typed, last));
    }
}
