package com.giosg.chatreports.format.view;

/**
 * How much of a report a medium shows.
 *
 * @param columns as many buckets stand beside a total; 0: they have a table of their own
 * @param lines as many buckets have a line of their own
 * @param points through as many buckets a curve is drawn; 0: none is
 */
public record Room(int columns, int lines, int points) {

    /** Six weeks of hours. */
    private static final int MANY = 1_000;

    /** As many columns as a telephone shows, and a month of days: more nobody reads in a mail; the files have them. */
    public static final Room MAIL = new Room(7, 31, MANY);

    /** Long tables are folded there. */
    public static final Room PAGE = new Room(0, MANY, MANY);

    /** The organization's figures of the whole window, and nothing else. */
    public static final Room TOTALS = new Room(0, 0, 0);

    /** Up to how many buckets the figure of each is wanted. */
    int buckets() {
        return Math.max(lines, points);
    }
}
