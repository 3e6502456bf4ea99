package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.LedgerSettings;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is done to them, and in whatever order, a ledger that outlasts the process and the one in memory say the same. */
class LedgerSequencesTest {

    private static final int SEQUENCES = 10;
    private static final int STEPS = 150;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void bothSayTheSame(Databases database) throws SQLException {
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            Path data = folder.resolve("data-" + sequence);
            Optional<LedgerSettings> server = database.empty();
            Ledger memory = new InMemoryLedger();
            List<String> done = new ArrayList<>();
            SqlLedger file = LedgerAccess.of(server, data).open(CLOCK);
            for (int step = 0; step < STEPS; step++) {
                Step next = step(data);
                done.add(next.words());
                assertThat(next.does().apply(file))
                        .as("-Dseed=%d, sequence %d: %s", seed, sequence, done)
                        .isEqualTo(next.does().apply(memory));
                if (random.nextInt(20) == 0) {
                    file.close();
                    file = LedgerAccess.of(server, data).open(CLOCK);
                }
            }
            assertThat(all(file))
                    .as("-Dseed=%d, sequence %d: %s", seed, sequence, done)
                    .isEqualTo(all(memory));
            file.close();
        }
    }

    private record Step(String words, Function<Ledger, Object> does) {}

    private Step step(Path data) {
        Run run = run(random.nextInt(4));
        Run skipped = run(random.nextInt(4)).in(Run.State.SKIPPED).noted("skipped");
        String id = run.id();
        String request = List.of("a", "b", "c").get(random.nextInt(3));
        Delivery delivery = delivery(id, data);
        Run.State state = any(Run.State.values());
        long passed = random.nextInt(5);
        return switch (random.nextInt(14)) {
            case 0 -> new Step("plan " + id, ledger -> ledger.plan(run, List.of("a", "b", "c")));
            case 1 -> new Step("plan due " + id, ledger -> ledger.planDue(run, List.of("b", "a"), List.of(skipped)));
            case 2 ->
                new Step(
                        "pass " + passed,
                        ledger -> ledger.pass("daily", "acme", Instant.ofEpochSecond(passed), List.of(skipped)));
            case 3, 4 -> new Step("move " + id + " " + state, ledger -> ledger.move(id, state));
            case 5 -> new Step("fail " + id, ledger -> ledger.fail(id, new RunFailure(FailureKind.STORAGE, "full")));
            case 6 -> step("replan " + id, ledger -> ledger.replan(id, "others", List.of("c", "a")));
            case 7 -> step("reopen " + id + request, ledger -> ledger.reopen(id, request));
            case 8 -> step("answered " + id + request, ledger -> ledger.answered(id, request, part(data, request)));
            case 9 -> step("gap " + id + request, ledger -> ledger.gap(id, request, LedgerContract.GAP));
            case 10 -> new Step("retry " + id, ledger -> ledger.retry(id));
            case 11, 12 -> slowly(id, request);
            default -> sinks(id, delivery);
        };
    }

    private Step sinks(String id, Delivery delivery) {
        return switch (random.nextInt(4)) {
            case 0 -> step("note " + delivery, ledger -> ledger.note(delivery));
            case 1 -> step("seal " + delivery, ledger -> ledger.seal(id, List.of(delivery)));
            case 2 -> new Step("anew " + id, ledger -> ledger.anew(id));
            default -> step("note " + id, ledger -> ledger.note(id, "a note"));
        };
    }

    private Step slowly(String id, String request) {
        return switch (random.nextInt(6)) {
            case 5 -> new Step("refill " + id, ledger -> ledger.refill(id, LedgerContract.SLOW));
            case 0 -> step("rest " + id, ledger -> ledger.rest(id, LedgerContract.LATER));
            case 1 -> step("ask later " + id, ledger -> ledger.askLater(id, LedgerContract.SLOW));
            case 2 -> step("go on " + id, ledger -> ledger.goOn(id));
            case 3 -> step("postpone " + id + request, ledger -> ledger.postpone(id, request, LedgerContract.GAP));
            default -> step("give up " + id, ledger -> ledger.giveUpPostponed(id));
        };
    }

    private static Step step(String words, Consumer<Ledger> does) {
        return new Step(words, ledger -> {
            does.accept(ledger);
            return all(ledger);
        });
    }

    private static Part part(Path data, String request) {
        return new Part(data.resolve(request + ".csv"), 1, 2, false);
    }

    private Delivery delivery(String runId, Path data) {
        SealedFile artifact = new SealedFile(data.resolve("artifact"), 1, 2);
        String sink = random.nextBoolean() ? "board" : "archive";
        Delivery pending = Delivery.pending(runId, sink, random.nextInt(2), "a.csv", artifact);
        return (random.nextBoolean() ? pending : pending.waiting("refused", LedgerContract.SLOW))
                .in(any(Delivery.State.values()), "detail");
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    static Run run(int number) {
        return PlannedRuns.planned("r" + number, Instant.ofEpochSecond(number));
    }

    /** Everything that a ledger can be asked for. */
    private static List<Object> all(Ledger ledger) {
        List<Object> all = new ArrayList<>();
        all.add(ledger.unfinished());
        all.add(ledger.ready(Instant.EPOCH));
        all.add(ledger.ready(LedgerContract.LATER));
        all.add(ledger.cursor("daily", "acme"));
        for (int number = 0; number < 4; number++) {
            all.add(ledger.run("r" + number));
            all.add(ledger.requests("r" + number));
            all.add(ledger.deliveries("r" + number));
        }
        return all;
    }
}
