package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A report for receivers that are away: when each of them was tried, by its own journal and a clock that only the test moves. */
abstract class AwaySinksSupport extends SlowPhaseSupport {

    private static final int FAST = 5;
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(5);

    /** From the first failure. */
    private static final List<Long> FIRST_MINUTES = List.of(5L, 20L, 50L, 110L);

    private final Map<String, Receiver> receivers = new LinkedHashMap<>();
    private final Queue<Long> mostMillis = new ConcurrentLinkedQueue<>();

    /** By the names of their sinks. */
    abstract Map<String, Receiver> receivers() throws IOException;

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats, sinks: [%s] }"
                .formatted(String.join(", ", receivers.keySet()));
    }

    @Override
    String sinks() {
        return receivers.keySet().stream().map(this::sink).collect(joining("\n  "));
    }

    private String sink(String name) {
        try {
            return name + ": " + receivers.get(name).sink();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configuration names them, so they are there before it is read. */
    @Override
    String api() {
        try {
            receivers.putAll(receivers());
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes between what it chooses, and chooses the shortest. */
    @Override
    RandomGenerator random() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public long nextLong(long bound) {
                mostMillis.add(bound - 1);
                return 0;
            }
        };
    }

    @AfterEach
    void closeThem() throws IOException {
        context.stop();
        for (Receiver receiver : receivers.values()) {
            receiver.close();
        }
    }

    @Test
    void areTriedFiveTimesAtOnceAfterWaitsOfUpToOneTwoFourAndEightSeconds() throws IOException {
        goAway();

        begin();

        assertThat(tries())
                .hasSize(receivers.size())
                .allSatisfy((sink, tries) -> assertThat(tries).as(sink).isEqualTo(FAST));
        assertThat(mostMillis)
                .containsExactlyInAnyOrderElementsOf(receivers.keySet().stream()
                        .flatMap(sink -> List.of(1000L, 2000L, 4000L, 8000L).stream())
                        .toList());
    }

    @Test
    void areThenTriedAfterMinutesThenEveryTwoHoursAndGivenUpAfterFiveDays() throws IOException {
        goAway();
        Run run = begin();
        Map<String, List<Long>> minutes = new LinkedHashMap<>();
        receivers.keySet().forEach(sink -> minutes.put(sink, new ArrayList<>()));

        Map<String, Integer> counted = tries();
        while (!state(run).isFinal()) {
            Instant next = ledger.run(run.id()).orElseThrow().nextTry().orElseThrow();
            look(next);
            Map<String, Integer> now = tries();
            now.forEach((sink, tries) -> minutes.get(sink)
                    .addAll(Collections.nCopies(
                            tries - counted.get(sink),
                            Duration.between(NOW, next).toMinutes())));
            counted.putAll(now);
        }

        assertThat(minutes)
                .hasSize(receivers.size())
                .allSatisfy((sink, tried) -> assertThat(tried).as(sink).isEqualTo(slowMinutes()));
        assertThat(state(run)).isEqualTo(Run.State.FAILED);
        assertThat(ledger.deliveries(run.id()))
                .extracting(Delivery::state)
                .hasSize(receivers.size())
                .containsOnly(Delivery.State.FAILED);
    }

    private static List<Long> slowMinutes() {
        long last = GIVEN_UP_AFTER.toMinutes();
        LongStream everyTwoHours = LongStream.iterate(230, minute -> minute < last, minute -> minute + 120);
        List<Long> minutes = new ArrayList<>(FIRST_MINUTES);
        everyTwoHours.forEach(minutes::add);
        minutes.add(last);
        return minutes;
    }

    @Test
    void areLeftAloneInBetweenAndGivenTheirFileOnceTheyAreBack() throws IOException {
        goAway();
        Run run = begin();
        lookAt(4);
        assertThat(tries())
                .as("before its time")
                .allSatisfy((sink, tries) -> assertThat(tries).as(sink).isEqualTo(FAST));
        lookAt(5);

        for (Receiver receiver : receivers.values()) {
            receiver.comeBack();
        }
        lookAt(19);
        assertThat(tries())
                .as("before its time")
                .allSatisfy((sink, tries) -> assertThat(tries).as(sink).isEqualTo(FAST + 1));
        lookAt(20);

        assertThat(state(run)).isEqualTo(Run.State.DONE);
        for (Map.Entry<String, Receiver> receiver : receivers.entrySet()) {
            assertThat(receiver.getValue().tries()).as(receiver.getKey()).isEqualTo(FAST + 2);
            assertThat(receiver.getValue().taken()).as(receiver.getKey()).isEqualTo(1);
        }
    }

    private void goAway() throws IOException {
        api.answers(FIGURES);
        for (Receiver receiver : receivers.values()) {
            receiver.goAway();
        }
    }

    private Map<String, Integer> tries() throws IOException {
        Map<String, Integer> tries = new LinkedHashMap<>();
        for (Map.Entry<String, Receiver> receiver : receivers.entrySet()) {
            tries.put(receiver.getKey(), receiver.getValue().tries());
        }
        return tries;
    }
}
