package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** The ledger in a file: it outlasts the process, and says so in plain words when it does not. */
class SqlLedgerTest extends SqlLedgerContract {

    SqlLedgerTest() {
        super(Databases.FILE);
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("ledger.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedFileIsRefusedInOneSentence() throws IOException {
        ledger.close();
        Files.write(
                data.resolve("ledger.db"),
                "this is no database".repeat(1000).getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.WRITE);

        assertThatThrownBy(this::reopen)
                .isInstanceOf(LedgerFailure.class)
                .hasMessageStartingWith("the ledger %s cannot be used: ".formatted(data.resolve("ledger.db")))
                .hasMessageEndingWith(
                        " Next: check the disk; if the file is damaged, put a copy in its place or move it away")
                .message()
                .hasLineCount(1);
    }
}
