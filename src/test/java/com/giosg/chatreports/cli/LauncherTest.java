package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that start Java, with a Java that only prints what it was given. */
class LauncherTest {

    @TempDir
    private Path folder;

    private Path app;

    @BeforeEach
    void unpack() throws IOException {
        folder = folder.toRealPath();
        app = Files.createDirectories(folder.resolve("an app"));
        copy("src/main/launcher/chat-reports", app.resolve("bin/chat-reports"));
        for (String jar : List.of("b.jar", "a.jar", "c d.jar")) {
            Files.createDirectories(app.resolve("lib"));
            Files.createFile(app.resolve("lib").resolve(jar));
        }
        script(folder.resolve("a jdk/bin/java"), "echo $$; for argument; do echo \"<$argument>\"; done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat-reports", "src/main/launcher/chat-reports", "src/main/launcher/archive-classes"})
    void theScriptsAreSound(String script) throws IOException, InterruptedException {
        assertThat(Shell.run("sh", "-n", script)).isEmpty();
        assertThat(Shell.run("bash", "-n", script)).isEmpty();
        assertThat(Path.of(script)).isExecutable();
    }

    @Test
    void handsArgumentsOnAsTheyAre() throws IOException, InterruptedException {
        assertThat(launch(app.resolve("bin/chat-reports"), Map.of(), "run", "two words", "*", "", "$HOME"))
                .endsWith("<com.giosg.chatreports.cli.ChatReports>\n<run>\n<two words>\n<*>\n<>\n<$HOME>\n");
    }

    @Test
    void putsEveryJarOnTheClassPathSorted() throws IOException, InterruptedException {
        assertThat(launch(app.resolve("bin/chat-reports"), Map.of()))
                .contains("<-cp>\n<%1$s/a.jar:%1$s/b.jar:%1$s/c d.jar>\n".formatted(app.resolve("lib")))
                .contains("<-XX:SharedArchiveFile=%s/chat-reports.jsa>\n".formatted(app.resolve("lib")))
                .contains("<-Dchat-reports.home=%s>\n".formatted(app))
                .contains("<-Dchat-reports.terminals=>\n");
    }

    /** What is not found is looked for in every jar. */
    @Test
    void onlyAStartHasTheJarsOfHealthAndMetrics() throws IOException, InterruptedException {
        Path jar = Files.createDirectories(app.resolve("lib/management")).resolve("health.jar");
        Files.createFile(jar);

        assertThat(launch(app.resolve("bin/chat-reports"), Map.of(), "start"))
                .contains("/c d.jar:%s>\n".formatted(jar));
        assertThat(launch(app.resolve("bin/chat-reports"), Map.of(), "run")).doesNotContain("management");
    }

    @Test
    void letsTheOperatorsOptionsWin() throws IOException, InterruptedException {
        String printed = launch(app.resolve("bin/chat-reports"), Map.of("JAVA_OPTS", "-Xmx64m -XX:+UseG1GC"));
        assertThat(printed.indexOf("<-Xmx64m>\n<-XX:+UseG1GC>\n")).isGreaterThan(printed.indexOf("<-XX:+UseSerialGC>"));
    }

    @Test
    void canBeLinkedToFromElsewhere() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), app.resolve("bin/chat-reports"));
        assertThat(launch(link, Map.of())).contains("<-Dchat-reports.home=%s>\n".formatted(app));
    }

    @Test
    void becomesJavaSoThatSignalsReachIt() throws IOException, InterruptedException {
        Process process = process(app.resolve("bin/chat-reports"), Map.of()).start();
        String own = process.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(own).isEqualTo(String.valueOf(process.pid()));
    }

    @Test
    void makesTheArchiveByRunningTheDemo() throws IOException, InterruptedException {
        copy("src/main/launcher/archive-classes", app.resolve("bin/archive-classes"));
        script(
                folder.resolve("a jdk/bin/java"),
                "for argument; do case $argument in -XX:ArchiveClassesAtExit=*) echo \"$@\" >\"${argument#*=}\";; esac; done");
        Path temporary = Files.createDirectories(folder.resolve("a temporary folder"));
        launch(app.resolve("bin/archive-classes"), Map.of("TMPDIR", temporary.toString()));
        assertThat(app.resolve("lib/chat-reports.jsa")).content().endsWith("ChatReports demo\n");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void saysWhyThereIsNoArchiveAndLetsTheBuildGoOn() throws IOException, InterruptedException {
        copy("src/main/launcher/archive-classes", app.resolve("bin/archive-classes"));
        script(folder.resolve("a jdk/bin/java"), "echo the demo failed; exit 3");
        Path temporary = Files.createDirectories(folder.resolve("a temporary folder"));
        assertThat(launch(app.resolve("bin/archive-classes"), Map.of("TMPDIR", temporary.toString())))
                .isEqualTo("""
                        the demo failed
                        The class-data archive could not be made; everything works, starts more slowly.
                        """);
        assertThat(app.resolve("lib/chat-reports.jsa")).doesNotExist();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aCheckoutBuildsOnceAndAgainWhenItsSourcesAreNewer() throws IOException, InterruptedException {
        Path checkout = Files.createDirectories(folder.resolve("a checkout"));
        copy("chat-reports", checkout.resolve("chat-reports"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Path source = Files.createFile(
                Files.createDirectories(checkout.resolve("src/main")).resolve("Source.java"));
        Path built = checkout.resolve("target/distribution");
        script(built.resolve("bin/chat-reports"), "echo \"$CHAT_REPORTS_HOME\" \"$@\"");
        script(folder.resolve("tools/mvn"), "echo built");
        Map<String, String> tools = Map.of("PATH", folder.resolve("tools") + ":" + System.getenv("PATH"));

        String asked = checkout + " run weekly\n";
        assertThat(launch(checkout.resolve("chat-reports"), tools, "run", "weekly"))
                .endsWith("built\n" + asked);
        assertThat(launch(checkout.resolve("chat-reports"), tools, "run", "weekly"))
                .isEqualTo(asked);
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(launch(checkout.resolve("chat-reports"), tools, "run", "weekly"))
                .endsWith("built\n" + asked);
    }

    private String launch(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return Shell.run(process(script, environment, arguments));
    }

    private ProcessBuilder process(Path script, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_OPTS", "CHAT_REPORTS_HOME", "CHAT_REPORTS_ARCHIVE_OPTION"));
        builder.environment().put("JAVA_HOME", folder.resolve("a jdk").toString());
        builder.environment().putAll(environment);
        return builder;
    }

    private static void copy(String script, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(Path.of(script), to);
        executable(to);
    }

    private static void script(Path file, String lines) throws IOException {
        Files.createDirectories(file.getParent());
        executable(Files.writeString(file, "#!/bin/sh\n" + lines + "\n"));
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
