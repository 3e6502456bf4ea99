package com.giosg.chatreports.format.status;

/**
 * How something is.
 *
 * @param words in a word or two
 * @param mark {@code good}, {@code warn}, {@code bad} or nothing
 */
public record State(String words, String mark) {

    /** The mark of what needs somebody. */
    public static final String BAD = "bad";

    /** The mark of what may pass by itself. */
    public static final String WARN = "warn";

    /** On its way. */
    public static final State GOING = new State("going on", "");

    public static State good(String words) {
        return new State(words, "good");
    }

    public static State warn(String words) {
        return new State(words, WARN);
    }

    public static State bad(String words) {
        return new State(words, BAD);
    }

    public static State plain(String words) {
        return new State(words, "");
    }
}
