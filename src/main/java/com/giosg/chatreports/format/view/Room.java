package com.giosg.chatreports.format.view;

/**
 * How much of a report a medium shows.
 *
 * @param columns as many buckets stand beside a total; 0: they have a table of their own
 * @param lines as many buckets have a line of their own
 */
public record Room(int columns, int lines) {

    /** As many columns as a telephone shows, and a month of days: more nobody reads in a mail; the files have them. */
    public static final Room MAIL = new Room(7, 31);

    /** Six weeks of hours. */
    public static final Room PAGE = new Room(0, 1_000);

    /** The organization's figures of the whole window, and nothing else. */
    public static final Room TOTALS = new Room(0, 0);
}
