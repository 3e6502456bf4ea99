package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.request.Breaker;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is left alone for as long as really passes, whatever the clock of the machine is set to; what is said of it is by that clock. */
class BreakersTest {

    private static final Instant NOW = Instant.parse("2020-11-02T06:00:00Z");
    private static final String SINK = "warehouse";
    private static final String NAME = "sink warehouse";

    @RegisterExtension
    final LogOf log = new LogOf(Breakers.class);

    private Duration passed = Duration.ZERO;
    private Duration setBy = Duration.ZERO;
    private final Breakers breakers = breakers(Patience.LONG);

    private Breakers breakers(Patience patience) {
        return new Breakers(patience, () -> Instant.EPOCH.plus(passed), this::wall);
    }

    private Instant wall() {
        return NOW.plus(passed).plus(setBy);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 0, 3600})
    void aClockThatIsSetMakesTheMinuteNeitherLongerNorShorter(long seconds) {
        open();

        pass(20);
        setBy = Duration.ofSeconds(seconds);
        assertThat(breakers.shutUntil(SINK)).as("by the clock as it is now").contains(wall().plusSeconds(40));
        pass(39);
        assertThat(breakers.shutUntil(SINK)).contains(wall().plusSeconds(1));
        pass(1);
        assertThat(breakers.shutUntil(SINK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 0, 3600})
    void saysHowLongItReallyWas(long seconds) {
        open();
        assertThat(log.lines())
                .containsExactly(
                        "sink warehouse: the last 10 calls failed. Nothing more is tried before %s; then one call a minute, until it answers. What is due waits for its next try"
                                .formatted(Breakers.print(NOW.plusSeconds(60))));

        pass(90);
        setBy = Duration.ofSeconds(seconds);
        breakers.answered(SINK, NAME);

        assertThat(log.lines()).last().isEqualTo("sink warehouse: answers again, after 1 min");
        assertThat(breakers.leavesAlone(SINK)).isFalse();
    }

    @Test
    void whoIsLeftAloneForLongestComesFirst() {
        fail("b");
        pass(1);
        fail("c");
        pass(1);
        setBy = Duration.ofHours(-1);
        fail("a");

        assertThat(breakers.leftAlone().keySet()).containsExactly("b", "c", "a");
        assertThat(breakers.leftAlone().values())
                .extracting(Breaker.LeftAlone::lasted)
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO);
    }

    @Test
    void nothingIsLeftOutForWhoeverWaitsForACommand() {
        Breakers ofCommand = breakers(Patience.NONE);

        fail(ofCommand, SINK);

        assertThat(ofCommand.shutUntil(SINK)).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    private void open() {
        fail(SINK);
    }

    private void fail(String sink) {
        fail(breakers, sink);
    }

    private static void fail(Breakers breakers, String sink) {
        for (int time = 0; time < Breaker.FAILURES; time++) {
            breakers.failed(sink, "delivery " + time, "sink " + sink, "refused");
        }
    }

    private void pass(int seconds) {
        passed = passed.plusSeconds(seconds);
    }
}
