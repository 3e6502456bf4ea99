package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.time.SteadyClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is removed when it is old, and what never is. */
class RetentionTest {

    private static final Instant ENDED = Instant.parse("2026-01-01T06:00:00Z");

    @TempDir
    private Path folder;

    private SqlLedger ledger;

    /** Where the ledger is kept. */
    Databases database() {
        return Databases.FILE;
    }

    @BeforeEach
    void open() throws SQLException {
        ledger = LedgerAccess.of(database().empty(), folder).open(() -> ENDED);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void filesAreRemovedFirstAndRowsLater() throws IOException {
        Path files = run("done");
        ledger.move("done", Run.State.DONE);

        after(Duration.ofDays(14));
        assertThat(files).exists();

        after(Duration.ofDays(15));
        assertThat(files).doesNotExist();
        assertThat(ledger.run("done")).isPresent();
        assertThat(ledger.requests("done")).hasSize(1);

        after(Duration.ofDays(401));
        assertThat(ledger.run("done")).isEmpty();
        assertThat(ledger.requests("done")).isEmpty();
        assertThat(ledger.deliveries("done")).isEmpty();
    }

    @Test
    void whatIsNotOverOrFailedIsKept() throws IOException {
        Path going = run("going");
        Path failed = run("failed");
        ledger.fail("failed", new RunFailure(FailureKind.STORAGE, "no space left"));

        after(Duration.ofDays(1000));

        assertThat(List.of(going, failed)).allMatch(Files::exists);
        assertThat(ledger.latest(10)).hasSize(2);
    }

    @Test
    void aClockThatIsAMonthAheadForAMomentRemovesNothing() throws IOException {
        Path files = run("done");
        ledger.move("done", Run.State.DONE);
        Iterator<Instant> shown = List.of(ENDED, ENDED.plus(Duration.ofDays(30)), ENDED.plusSeconds(60))
                .iterator();
        Iterator<Instant> passed =
                List.of(ENDED, ENDED.plusSeconds(20), ENDED.plusSeconds(60)).iterator();
        SteadyClock clock = new SteadyClock(
                shown::next, () -> Duration.between(ENDED, passed.next()).toNanos());

        while (shown.hasNext()) {
            new Retention(ledger, folder, Duration.ofDays(14)).apply(clock.instant());
        }

        assertThat(files).exists();
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path kept = Files.writeString(elsewhere.resolve("kept"), "kept");
        Files.createSymbolicLink(run("done").resolve("link"), elsewhere);
        ledger.move("done", Run.State.DONE);

        after(Duration.ofDays(15));

        assertThat(folder.resolve("runs/done")).doesNotExist();
        assertThat(kept).exists();
    }

    private Path run(String id) throws IOException {
        ledger.plan(PlannedRuns.planned(id), List.of("a"));
        ledger.note(Delivery.pending(id, "board", 1, "a.csv", LedgerContract.ARTIFACT));
        Path files = Files.createDirectories(folder.resolve("runs").resolve(id));
        Files.writeString(files.resolve("a.csv"), "rows");
        return files;
    }

    private void after(Duration age) throws IOException {
        new Retention(ledger, folder, Duration.ofDays(14)).apply(ENDED.plus(age));
    }
}
