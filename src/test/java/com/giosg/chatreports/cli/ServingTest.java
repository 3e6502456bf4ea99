package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.ledger.LedgerAccess;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.PostgresForTests;
import com.giosg.chatreports.ledger.SqlLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What serves ends once, and nothing is served afterwards. */
class ServingTest {

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private Surroundings surroundings;
    private String url;

    @BeforeEach
    void prepare() throws SQLException {
        url = PostgresForTests.emptySchema();
        surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                Map.of("TOKEN", "any"),
                InstantSource.system(),
                () -> 0,
                new PrintWriter(said, true),
                new PrintWriter(said, true),
                false,
                false);
    }

    @Test
    void whatServesStaysWhereTheLedgerOfItIsLostAndEndsAllTheSame() throws Exception {
        try (LedgerAccess access = access(edition());
                SqlLedger ledger = access.open(surroundings.clock())) {
            Edition edition = edition();
            Serving serving = serving(ledger);
            serving.begin(edition);
            lose(ledger);

            assertThatThrownBy(() -> serving.goOnWith(edition, edition)).isInstanceOf(LedgerFailure.class);

            serving.end();
            assertThat(serving.isOver()).isTrue();
            assertThat(serving.goOnWith(edition, edition)).as("after its end").isFalse();
        }
    }

    @Test
    void nothingIsBegunAfterItsEnd() throws Exception {
        try (LedgerAccess access = access(edition());
                SqlLedger ledger = access.open(surroundings.clock())) {
            Serving serving = serving(ledger);
            serving.endInTime();
            serving.begin(edition());

            assertThat(serving.isOver()).isTrue();
            assertThat(serving.goOnWith(edition(), edition())).isFalse();
        }
    }

    private Serving serving(SqlLedger ledger) {
        return new Serving(surroundings, folder, ledger, runId -> {}, Optional::empty, new Remnants(surroundings));
    }

    private LedgerAccess access(Edition edition) {
        return LedgerAccess.of(edition.configuration(), folder);
    }

    /** As an administrator of the server can do it. */
    private void lose(SqlLedger ledger) throws SQLException {
        PostgresForTests.execute(
                url,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'chat-reports, process %'");
        assertThatThrownBy(ledger::unfinished).isInstanceOf(LedgerFailure.class);
        assertThat(ledger.isLost()).isTrue();
    }

    /** Nothing of it falls due. */
    private Edition edition() throws IOException {
        Path file = Files.writeString(folder.resolve("reports.yaml"), """
                api: { url: "http://127.0.0.1:1", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301 } }
                reports: { asked: { time-zone: Europe/Helsinki, window: yesterday, metrics: real-chats, sinks: out } }
                sinks: { out: { type: file, directory: out } }
                ledger: { url: "%s" }
                """.formatted(url));
        return Edition.read(surroundings, file);
    }
}
