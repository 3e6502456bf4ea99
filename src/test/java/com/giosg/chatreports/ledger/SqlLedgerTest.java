package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
                        " Next: check the disk and the space on it; if the file is damaged, put a copy in its place or move it away")
                .message()
                .hasLineCount(1);
    }

    @Test
    void aFileThatWasEmptiedIsRefusedAndOneThatHadNothingYetIsNot() throws IOException {
        ledger.close();
        Files.write(data.resolve("ledger.db"), new byte[0]);
        reopen();
        assertThat(ledger.latest(1)).isEmpty();

        Files.createDirectory(data.resolve("runs"));
        ledger.close();
        Files.write(data.resolve("ledger.db"), new byte[0]);

        assertThatThrownBy(this::reopen)
                .isInstanceOf(LedgerFailure.class)
                .hasMessageStartingWith("the ledger %s is damaged: it is empty. ".formatted(data.resolve("ledger.db")));
    }

    /** No row differs, but new ones would. */
    @Test
    void tablesThatAreNotThoseOfALedgerAreRefused() throws SQLException {
        change(
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL DEFAULT 1', 'NOT NULL DEFAULT 3') WHERE name = 'run'");

        assertThatThrownBy(this::reopen)
                .isInstanceOf(LedgerFailure.class)
                .hasMessageStartingWith("the ledger %s is damaged: its tables are not those of a ledger. "
                        .formatted(data.resolve("ledger.db")));
    }

    private void change(String... statements) throws SQLException {
        ledger.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
