package com.giosg.chatreports.time;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The buckets of a window, oldest first, tiling it without gap or overlap. Kept as numbers: half a year of minutes is
 * 260,000 of them.
 */
public final class Buckets implements Iterable<Bucket> {

    private final Window window;
    private final Granularity granularity;

    /** Where the first bucket would start if the window did not cut it, in seconds since 1970. */
    private final long uncutStart;

    /** Every start, cut to the window, and the end of the last bucket, in seconds since 1970. */
    private final long[] borders;

    /** The borders as text, filled when asked for: a million rows need them, the plan of a run does not. */
    private final String[] printed;

    private Buckets(Window window, Granularity granularity, long[] starts) {
        this.window = window;
        this.granularity = granularity;
        this.uncutStart = starts[0];
        this.borders = Arrays.copyOf(starts, starts.length + 1);
        this.borders[0] = window.start().toEpochSecond();
        this.borders[starts.length] = window.end().toEpochSecond();
        this.printed = new String[borders.length];
    }

    /**
     * Divides the window; hours and shorter buckets begin where the local clock shows a multiple of their length.
     *
     * @throws IllegalArgumentException when there would be more than two years of minutes, for operators to read
     */
    public static Buckets of(Window window, Granularity granularity) {
        return new Buckets(window, granularity, BucketStarts.of(window, granularity));
    }

    public int size() {
        return borders.length - 1;
    }

    /** Cut to the window's bounds. */
    public Bucket get(int index) {
        Objects.checkIndex(index, size());
        return new Bucket(border(index), border(index + 1));
    }

    /**
     * The bucket that the API dates with this instant: its start, which for the first bucket can lie before the
     * window's (the Monday of its week, the first of its month). With {@link Granularity#ALL} the API may print any
     * instant of the window or none.
     *
     * @return -1 when no bucket starts then
     */
    public int indexOf(Instant start) {
        long second = start.getEpochSecond();
        if (granularity == Granularity.ALL) {
            return second >= borders[0] && second < borders[1] ? 0 : -1;
        }
        if (start.getNano() != 0) {
            return -1;
        }
        if (second == uncutStart) {
            return 0;
        }
        return Math.max(-1, Arrays.binarySearch(borders, 1, size(), second));
    }

    /**
     * The bucket in which this instant lies.
     *
     * @throws IllegalArgumentException when it lies outside the window
     */
    public int holding(Instant instant) {
        int found = Arrays.binarySearch(borders, instant.getEpochSecond());
        // What is not found is answered with the place after the start before it, negated, less one.
        int index = found >= 0 ? found : -found - 2;
        if (index < 0 || index >= size()) {
            throw new IllegalArgumentException("%s is not in the window %s".formatted(instant, window.label()));
        }
        return index;
    }

    /** As rows print it, e.g. {@code 2020-10-25T00:00:00+03:00}. */
    public String start(int index) {
        return print(Objects.checkIndex(index, size()));
    }

    /** As rows print it, exclusive: the start of the next bucket. */
    public String end(int index) {
        return print(Objects.checkIndex(index, size()) + 1);
    }

    @Override
    public Iterator<Bucket> iterator() {
        return IntStream.range(0, size()).mapToObj(this::get).iterator();
    }

    private String print(int border) {
        String text = printed[border];
        if (text == null) {
            text = Times.print(border(border));
            printed[border] = text;
        }
        return text;
    }

    private ZonedDateTime border(int index) {
        return Instant.ofEpochSecond(borders[index]).atZone(window.zone());
    }
}
