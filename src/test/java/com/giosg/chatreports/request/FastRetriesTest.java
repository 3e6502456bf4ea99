package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The fast phase of retries. */
class FastRetriesTest {

    private static final RandomGenerator RANDOM = new Random(1);

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, 5",
        "CERTIFICATE, 1",
        "INTERRUPTED, 5",
        "DENIED, 1",
        "REJECTED, 1",
        "BUSY, 5",
        "SERVER_ERROR, 5",
        "REDIRECTED, 1",
        "BAD_ANSWER, 3",
        "SHAPE_CHANGED, 1",
        "LIMIT, 1",
        "TEMPLATE, 1",
        "STORAGE, 1",
        "DEFECT, 1",
    })
    void asksSoOften(FailureKind kind, int tries) {
        assertThat(IntStream.rangeClosed(1, 10)
                        .filter(tried -> wait(kind, tried).isPresent()))
                .hasSize(tries - 1)
                .allMatch(tried -> tried < tries);
    }

    @ParameterizedTest
    @EnumSource
    void asksAtLeastOnceAndSaysWhatToDo(FailureKind kind) {
        assertThat(kind.tries()).isPositive();
        assertThat(kind.nextMove()).isNotBlank();
        assertThat(kind.id()).matches("[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 2000", "3, 4000", "4, 8000"})
    void waitsAnythingUpToTwiceAsLongEachTime(int tries, long mostMillis) {
        assertThat(IntStream.range(0, 2000)
                        .mapToObj(round -> wait(FailureKind.SERVER_ERROR, tries).orElseThrow()))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofMillis(mostMillis)))
                .anySatisfy(wait -> assertThat(wait).isLessThan(Duration.ofMillis(mostMillis / 10)))
                .anySatisfy(wait -> assertThat(wait).isGreaterThan(Duration.ofMillis(mostMillis * 9 / 10)));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT0S", "PT90S, PT90S", "PT15M, PT15M", "PT15M1S, PT15M", "PT277777H, PT15M"})
    void waitsAsLongAsTheApiAsksUpToAQuarterOfAnHour(Duration asked, Duration wait) {
        RequestFailure busy = new RequestFailure(FailureKind.BUSY, "busy", Optional.of(asked));

        assertThat(FastRetries.waitBeforeNext(busy, 1, RANDOM)).contains(wait);
    }

    @Test
    void doesNotAskAgainWhateverTheApiSaysOnceTheTriesAreUsedUp() {
        RequestFailure busy = new RequestFailure(FailureKind.BUSY, "busy", Optional.of(Duration.ZERO));

        assertThat(FastRetries.waitBeforeNext(busy, 5, RANDOM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, PT2S, true", "4, PT60S, true", "5, PT0S, false", "1, PT61S, false"})
    void aSinkThatWantsToBeLeftAloneForLongerThanAMinuteIsNotTriedAgainSoon(int tries, Duration asked, boolean again) {
        assertThat(FastRetries.waitBeforeNext(Optional.of(asked), tries, RANDOM))
                .isEqualTo(Optional.of(asked).filter(wait -> again));
    }

    private static Optional<Duration> wait(FailureKind kind, int tries) {
        return FastRetries.waitBeforeNext(new RequestFailure(kind, "made up"), tries, RANDOM);
    }
}
