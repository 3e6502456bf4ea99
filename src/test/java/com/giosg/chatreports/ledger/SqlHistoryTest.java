package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.RunSummary.Missing;
import com.giosg.chatreports.ledger.RunSummary.SinkSummary;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a look back finds. */
class SqlHistoryTest {

    private static final SlowPhase LATER =
            new SlowPhase(1, Instant.parse("2026-11-02T06:00:00Z"), Instant.parse("2026-11-02T06:05:00Z"));

    @TempDir
    private Path data;

    private SqlLedger ledger;

    /** Where the ledger is kept. */
    Databases database() {
        return Databases.FILE;
    }

    @BeforeEach
    void open() throws SQLException {
        ledger = LedgerAccess.of(database().empty(), data)
                .open(InstantSource.fixed(Instant.parse("2026-11-02T06:00:00Z")));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aRunIsCountedHoweverManyRequestsAndDeliveriesItHas() {
        ledger.plan(PlannedRuns.planned("r1", "daily", "acme"), List.of("a", "b", "c", "d", "side-0001-x"));
        ledger.answered("r1", "a", new Part(data.resolve("a.csv"), 3, 1, false));
        ledger.gap("r1", "b", gap("away"));
        ledger.gap("r1", "c", gap("away"));
        ledger.postpone("r1", "d", gap("busy"));
        ledger.gap("r1", "side-0001-x", gap("none of the readers' business"));
        ledger.note("r1", "first");
        ledger.note("r1", "second");
        ledger.seal("r1", List.of(file("r1", "page", 1, "a.html"), file("r1", "hook", 1, "1.json")));
        ledger.note(file("r1", "hook", 2, "2.json").in(Delivery.State.FAILED, "gone"));
        ledger.note(file("r1", "page", 1, "a.html").in(Delivery.State.CONFIRMED, "out/a.html"));

        RunSummary summary = ledger.history().summary("r1").orElseThrow();

        assertThat(summary.run().notes()).containsExactly("first", "second");
        assertThat(summary.requests()).isEqualTo(4);
        assertThat(summary.rows()).isEqualTo(3);
        assertThat(summary.gaps()).isEqualTo(2);
        assertThat(summary.missing())
                .containsExactly(
                        new Missing(FailureKind.SERVER_ERROR, "away", 2, false),
                        new Missing(FailureKind.SERVER_ERROR, "busy", 1, true));
        assertThat(summary.sinks())
                .containsExactly(
                        new SinkSummary("page", false, 1, 1, 0, 0, 1, Optional.of(1), "out/a.html"),
                        new SinkSummary("hook", false, 2, 0, 1, 0, 0, Optional.empty(), "gone"));
        assertThat(ledger.history().latest(1)).containsExactly(summary);
        assertThat(ledger.history().summary("r2")).isEmpty();
    }

    @Test
    void onlyWhatWasMadeLastCounts() {
        ledger.plan(PlannedRuns.planned("r1", "daily", "acme"), List.of("a"));
        ledger.seal("r1", List.of(file("r1", "page", 1, "a.html")));
        ledger.note(file("r1", "page", 1, "a.html").in(Delivery.State.FAILED, "gone"));
        ledger.fail("r1", new RunFailure(FailureKind.STORAGE, "full"));
        ledger.anew("r1");

        assertThat(ledger.history().summary("r1").orElseThrow().sinks()).isEmpty();
    }

    /** A refill begins a generation at once, and makes something of it hours later or never. */
    @Test
    void whatWentOutCountsUntilARefillHasMadeSomething() {
        ledger.plan(PlannedRuns.planned("r1", "daily", "acme"), List.of("a"));
        ledger.gap("r1", "a", gap("away"));
        ledger.seal("r1", List.of(file("r1", "page", 1, "a.html")));
        ledger.note(file("r1", "page", 1, "a.html").in(Delivery.State.CONFIRMED, "out/a.html"));

        assertThat(ledger.refill("r1", LATER)).isTrue();

        assertThat(ledger.history().summary("r1").orElseThrow().sinks())
                .extracting(SinkSummary::detail)
                .containsExactly("out/a.html");

        ledger.giveUpPostponed("r1");
        ledger.move("r1", Run.State.DONE_WITH_GAPS);

        RunSummary inVain = ledger.history().summary("r1").orElseThrow();
        assertThat(inVain.isKeptBack()).isFalse();
        assertThat(inVain.sinks()).hasSize(1);
    }

    @Test
    void whatARefillMadeTakesThePlaceOfWhatWentOutBefore() {
        ledger.plan(PlannedRuns.planned("r1", "daily", "acme"), List.of("a"));
        ledger.gap("r1", "a", gap("away"));
        ledger.seal("r1", List.of(file("r1", "page", 1, "a.html")));
        ledger.refill("r1", LATER);
        ledger.seal("r1", List.of(file("r1", "page", 2, "b.html").ofGeneration(2)));

        assertThat(ledger.history().summary("r1").orElseThrow().sinks())
                .containsExactly(new SinkSummary("page", false, 1, 0, 0, 0, 1, Optional.of(2), ""));
    }

    @Test
    void ofSeveralPagesOfASinkNoneIsItsPage() {
        ledger.plan(PlannedRuns.planned("r1", "daily", "acme"), List.of("a"));
        ledger.seal("r1", List.of(file("r1", "leads", 1, "a.eml"), file("r1", "leads", 2, "b.eml")));

        assertThat(ledger.history().summary("r1").orElseThrow().sinks())
                .containsExactly(new SinkSummary("leads", false, 2, 0, 0, 0, 2, Optional.empty(), ""));
    }

    @Test
    void theLatestAreFoundAmongThousandsAndSoIsTheLastOfEachReport() {
        IntStream.rangeClosed(1, 9000)
                .forEach(number -> ledger.plan(
                        PlannedRuns.planned(
                                "r" + number,
                                number % 2 == 0 ? "daily" : "hourly",
                                number % 3 == 0 ? "acme" : "bakery"),
                        List.of("a")));
        ledger.plan(
                PlannedRuns.planned("s1", "daily", "acme").in(Run.State.SKIPPED).noted("late"), List.of());

        assertThat(ledger.history().latest(60))
                .hasSize(60)
                .extracting(summary -> summary.run().id())
                .startsWith("r9000", "r8999")
                .endsWith("r8941");
        assertThat(ledger.history().lastOfEach())
                .extracting(summary -> summary.run().id())
                .containsExactlyInAnyOrder("r9000", "r8999", "r8998", "r8997");
        assertThat(ledger.history().skipped(5)).singleElement().satisfies(run -> {
            assertThat(run.id()).isEqualTo("s1");
            assertThat(run.notes()).containsExactly("late");
        });
    }

    private static Gap gap(String cause) {
        return new Gap(FailureKind.SERVER_ERROR, cause, 5);
    }

    private Delivery file(String run, String sink, int number, String name) {
        return Delivery.pending(run, sink, number, name, new SealedFile(data.resolve(name), 5, 8));
    }
}
