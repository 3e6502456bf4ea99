package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who is to be left alone until when. */
class PausesTest {

    private static final String ACME = fingerprint("{{env:ACME}}", "token of acme");

    private Instant now = Instant.parse("2020-11-02T06:00:00Z");
    private final Pauses pauses = new Pauses(() -> now);

    @Test
    void aTokenWaitsUntilItsPauseIsOver() {
        pauses.pause(ACME, Duration.ofSeconds(30));

        now = now.plusSeconds(10);
        assertThat(pauses.remaining(ACME)).isEqualTo(Duration.ofSeconds(20));
        now = now.plusSeconds(21);
        assertThat(pauses.remaining(ACME)).isZero();
    }

    @Test
    void theLongestPauseHolds() {
        pauses.pause(ACME, Duration.ofSeconds(30));
        pauses.pause(ACME, Duration.ofSeconds(5));

        assertThat(pauses.remaining(ACME)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void thePauseIsTheTokensWhoeverRefersToIt() {
        pauses.pause(ACME, Duration.ofSeconds(30));

        assertThat(pauses.remaining(fingerprint("{{file:acme}}", "token of acme")))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(pauses.remaining(fingerprint("{{env:ACME}}", "token of another")))
                .isZero();
    }

    /** The clock of a Java machine may begin below zero. */
    @Test
    void nobodyWaitsForAClockThatHasNotReachedZero() {
        now = Instant.EPOCH.minusSeconds(30);

        assertThat(pauses.remaining(ACME)).isZero();
    }

    private static String fingerprint(String reference, String token) {
        return new Secret(reference, token).fingerprint();
    }
}
