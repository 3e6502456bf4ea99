package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.LedgerFile;
import com.giosg.chatreports.ledger.SqlLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a reload that the ledger was lost under. */
class ReloadingTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2020-11-02T06:00:00Z"));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Edition> used = new ArrayList<>();
    private Reloading reloading;

    @BeforeEach
    void begin() throws IOException {
        Path file = Files.writeString(folder.resolve("reports.yaml"), """
                api: { url: "http://127.0.0.1:1", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301 } }
                reports: { daily: { every: 1d, time-zone: Europe/Helsinki, window: yesterday, metrics: real-chats, sinks: out } }
                sinks: { out: { type: file, directory: out } }
                """);
        Surroundings surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                Map.of("TOKEN", "any"),
                CLOCK,
                () -> 0,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                false);
        reloading = new Reloading(surroundings, file);
        reloading.begin(Edition.read(surroundings, file), true);
    }

    @Test
    void nothingIsReadUnlessSomebodyAsked() {
        reloading.readIfAsked((next, before) -> used.add(next), () -> false);

        assertThat(used).isEmpty();
    }

    @Test
    void isDoneOnceMoreWithTheNextLedger() {
        reloading.ask();
        reloading.readIfAsked((next, before) -> lost().unfinished().isEmpty(), () -> true);
        assertThat(out.toString() + err).isEmpty();

        reloading.readIfAsked((next, before) -> used.add(next), () -> false);
        assertThat(used).containsExactly(reloading.used());
        assertThat(out.toString()).contains(" is used from now on: ");

        reloading.readIfAsked((next, before) -> used.add(next), () -> false);
        assertThat(used).as("once").hasSize(1);
    }

    @Test
    void isRefusedWhereTheLedgerIsThereAndTakesNothing() {
        reloading.ask();
        reloading.readIfAsked((next, before) -> lost().unfinished().isEmpty(), () -> false);
        assertThat(err.toString()).contains(" Nothing is changed, ");

        reloading.readIfAsked((next, before) -> used.add(next), () -> false);
        assertThat(used).isEmpty();
    }

    /** Nor is it refused: nothing is wrong with the files, and whoever ends has said so. */
    @Test
    void isNotSaidToBeUsedByWhoEndsMeanwhile() {
        Edition before = reloading.used();
        reloading.ask();
        reloading.readIfAsked((next, used) -> false, () -> false);

        assertThat(out.toString() + err).isEmpty();
        assertThat(reloading.used()).isSameAs(before);
    }

    private SqlLedger lost() {
        SqlLedger closed = LedgerFile.open(folder.resolve("data"), CLOCK);
        closed.close();
        return closed;
    }
}
