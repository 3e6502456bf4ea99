package com.giosg.chatreports.simulator.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Chance that is the same every time for the same seed, organization, day and purpose. Only methods of {@link Random}
 * whose sequence its contract fixes are used, so the figures do not depend on the Java version.
 */
final class Draw {

    private final Random random;

    private Draw(long seed) {
        this.random = new Random(seed);
    }

    static Draw of(long seed, Organization organization, LocalDate day, String purpose) {
        long mixed = mix(seed) ^ mix(organization.id().hashCode());
        return new Draw(mix(mixed + day.toEpochDay()) ^ mix(purpose.hashCode()));
    }

    /** The finalizer of SplitMix64: neighbouring days must not look alike. */
    private static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** True that many times in a hundred. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** Between the two, both included. */
    int between(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    /** From 0 (included) to 1 (excluded). */
    double fraction() {
        return random.nextDouble();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** An index, as often as its weight says. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int left = random.nextInt(total);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index];
            index++;
        }
        return index;
    }

    String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
