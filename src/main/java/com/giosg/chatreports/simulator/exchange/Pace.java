package com.giosg.chatreports.simulator.exchange;

import java.time.Duration;

/**
 * How slowly an answer is sent.
 *
 * @param beforeFirstByte silence before the status line
 * @param portion bytes of the body between two pauses; 0: no pauses
 * @param pause after each portion
 */
public record Pace(Duration beforeFirstByte, int portion, Duration pause) {

    public static Pace immediate() {
        return new Pace(Duration.ZERO, 0, Duration.ZERO);
    }

    public Pace after(Duration silence) {
        return new Pace(silence, portion, pause);
    }

    public Pace dripping(int bytes, Duration between) {
        return new Pace(beforeFirstByte, bytes, between);
    }
}
