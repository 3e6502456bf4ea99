package com.giosg.chatreports.format.view;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A colour of sRGB, each part from 0 to 255. Contrast is as WCAG 2 defines it. */
record Colour(int red, int green, int blue) {

    static final Colour BLACK = new Colour(0, 0, 0);
    static final Colour WHITE = new Colour(255, 255, 255);

    /** What WCAG wants for text of any size (AA). */
    static final double READABLE = 4.5;

    /** What it wants for lines that say something. */
    static final double SEEN = 3;

    private static final int WHOLE = 100;

    /** As CSS writes it: # and six digits. */
    static Colour of(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** From 1, the same colour, to 21, black and white. */
    double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    boolean isReadableOn(Colour ground) {
        return contrast(ground) >= READABLE;
    }

    /** The colour itself where it can be read on a ground; else the nearest to it on the way to another that can. */
    Colour readableOn(Colour ground, Colour other) {
        return distinctOn(ground, READABLE, other);
    }

    /** The same for what is not text, but a line. */
    Colour seenOn(Colour ground, Colour other) {
        return distinctOn(ground, SEEN, other);
    }

    private Colour distinctOn(Colour ground, double contrast, Colour other) {
        return IntStream.range(0, WHOLE)
                .mapToObj(percent -> towards(other, percent))
                .filter(colour -> colour.contrast(ground) >= contrast)
                .findFirst()
                .orElse(other);
    }

    /** What text on this has to be: one of the two always can be read. */
    Colour text() {
        return WHITE.isReadableOn(this) ? WHITE : BLACK;
    }

    Colour towards(Colour other, int percent) {
        return new Colour(
                mixed(red, other.red, percent), mixed(green, other.green, percent), mixed(blue, other.blue, percent));
    }

    private static int mixed(int from, int to, int percent) {
        return Math.round(from + (to - from) * percent / (float) WHOLE);
    }

    private double luminance() {
        IntToDoubleFunction linear = part -> {
            double share = part / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear.applyAsDouble(red)
                + 0.7152 * linear.applyAsDouble(green)
                + 0.0722 * linear.applyAsDouble(blue);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
