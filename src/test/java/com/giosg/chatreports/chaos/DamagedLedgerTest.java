package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.chaos.LedgerCopy.Column;
import com.giosg.chatreports.chaos.RealLedger.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged ledger is refused in words, or it says what the undamaged one says: never anything else. */
@Tag("chaos-short")
class DamagedLedgerTest {

    private static final int DAMAGES = Integer.getInteger("chaos.damages", 200);

    private static final List<Damage> KINDS = List.of(Damage.values());

    @TempDir
    private static Path once;

    private static RealLedger real;
    private static Map<String, List<String>> rows;
    private static String history;

    /** Nobody was told yet that the last commit was one. */
    private static Map<String, List<String>> rowsBeforeTheLastCommit;

    private final long seed = Long.getLong("chaos.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    private Path folder;

    @BeforeAll
    static void live() throws Exception {
        real = RealLedger.in(once);
        LedgerCopy copy = LedgerCopy.of(real.last(), once.resolve("undamaged"));
        rows = copy.rows();
        history = history(copy).out();
        rowsBeforeTheLastCommit = real.rowsBeforeTheLastCommit(once.resolve("before"));
    }

    @Test
    void nothingIsSaidThatIsNotSoWhateverHappenedToTheFile(TestReporter reporter) throws Exception {
        reporter.publishEntry("seed", Long.toString(seed));
        reporter.publishEntry("damaged", "%d, %d of each kind".formatted(DAMAGES, DAMAGES / KINDS.size()));
        Map<String, Integer> refused = new TreeMap<>();
        for (int number = 0; number < DAMAGES; number++) {
            Damage damage = KINDS.get(number % KINDS.size());
            LedgerCopy ledger = copy("damaged-" + number);
            damage.to(ledger, real, random);

            boolean isRefused = isRefusedOrTrue(ledger, "%s, number %d".formatted(damage, number));

            refused.merge(damage.words(), isRefused ? 1 : 0, Integer::sum);
        }
        int all = refused.values().stream().mapToInt(Integer::intValue).sum();
        reporter.publishEntry("refused", all + " " + refused);
        reporter.publishEntry("as they were", Integer.toString(DAMAGES - all));
    }

    @Test
    void eachValueOfEachTableIsLookedAt(TestReporter reporter) throws Exception {
        List<Column> columns = copy("columns").columns();
        for (Column column : columns) {
            String as = column.table() + "." + column.name();
            LedgerCopy same = copy("same-" + as);
            same.falsify(column, column.name());
            assertThat(isRefusedOrTrue(same, as + " as it was"))
                    .as(as + " as it was")
                    .isFalse();

            LedgerCopy other = copy("other-" + as);
            other.falsify(column, otherThan(column));
            assertThat(isRefusedOrTrue(other, as)).as(as).isTrue();
        }
        assertThat(columns).as("the ledger's columns").hasSizeGreaterThan(40);
        reporter.publishEntry("falsified columns, all found", Integer.toString(columns.size()));
    }

    /** As long as the one that stands there. */
    private static String otherThan(Column column) {
        return column.type().equals("TEXT")
                ? "substr(coalesce(%1$s, ''), 2) || CASE WHEN %1$s LIKE '%%x' THEN 'y' ELSE 'x' END"
                        .formatted(column.name())
                : "coalesce(%s, 0) + 1".formatted(column.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "run daily",
                "retry --failed",
                "backfill daily --from 2026-11-01 --to 2026-11-01",
                "history"
            })
    void noCommandWorksWithWhatIsDamaged(String command) throws Exception {
        LedgerCopy ledger = copy("damaged");
        ledger.falsify(new Column("delivery", "state", "TEXT"), "'PENDING'");

        Said said = RealLedger.command(
                ledger.data(), (command + " --config " + once.resolve("reports.yaml")).split(" ", -1));

        assertThat(said.exitCode()).isOne();
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .matches(
                        "the ledger \\S+/ledger.db is damaged: row \\d+ missing from index delivery_twice\\. Nothing was done\\. Next: put a copy of it in its place, "
                                + "or move it away with the files that begin with its name: then a new one begins, which knows of no run and plans none of the past\\R");
        assertThat(ledger.rows()).isNotEqualTo(rows);
    }

    private static boolean isRefusedOrTrue(LedgerCopy ledger, String what) throws SQLException {
        Said said = history(ledger);
        if (said.exitCode() != 0) {
            assertThat(said.exitCode()).as("%s: %s", what, said.err()).isOne();
            assertThat(said.err())
                    .as(what)
                    .startsWith("the ledger " + ledger.file())
                    .contains(" Next: ")
                    .hasLineCount(1);
            return true;
        }
        Map<String, List<String>> found = ledger.rows();
        if (!found.equals(rowsBeforeTheLastCommit)) {
            assertThat(found).as(what).isEqualTo(rows);
            assertThat(said.out()).as(what).isEqualTo(history);
        }
        return false;
    }

    private LedgerCopy copy(String name) throws IOException {
        return LedgerCopy.of(real.last(), folder.resolve(name));
    }

    private static Said history(LedgerCopy ledger) {
        return RealLedger.command(ledger.data(), "history", "--json");
    }
}
