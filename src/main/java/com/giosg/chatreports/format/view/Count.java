package com.giosg.chatreports.format.view;

import java.util.Locale;

/** Numbers of things, in words. */
public final class Count {

    private static final int STEP = 1000;

    private Count() {}

    /** E.g. {@code 1 of 8 requests}, {@code 1 of 1 request}. */
    public static String of(long some, long all, String noun) {
        return "%d of %s".formatted(some, of(all, noun));
    }

    /** E.g. {@code 1 request}, {@code 8 requests}. */
    public static String of(long all, String noun) {
        return "%d %s%s".formatted(all, noun, all == 1 ? "" : "s");
    }

    /** E.g. {@code 12.3 kB}. */
    public static String ofBytes(long bytes) {
        if (bytes < STEP) {
            return of(bytes, "byte");
        }
        double inUnits = bytes / (double) STEP;
        int unit = 0;
        while (inUnits >= STEP && unit < 2) {
            inUnits /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", inUnits, "kMG".charAt(unit) + "B");
    }
}
