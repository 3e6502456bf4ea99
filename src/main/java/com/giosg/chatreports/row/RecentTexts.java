package com.giosg.chatreports.row;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;

/**
 * Turns the texts of one column into strings, the same string for a text that was there before: timestamps and ids
 * come again and again. What looks them up then compares by identity and counts no hash twice.
 *
 * <p>They also come in the same order again and again, so each text remembers what followed it last time, and mostly
 * one comparison finds the next. Otherwise a hash table with open addressing does; it forgets everything when it is
 * half full, so it never grows.
 */
final class RecentTexts {

    private static final int SLOTS = 1 << 15;
    private static final int LONGEST = 64;

    private final Text[] slots = new Text[SLOTS];
    private int used;
    private Text last = new Text(new char[0], "");

    private static final class Text {

        final char[] characters;
        final String string;
        Text follower;

        Text(char[] characters, String string) {
            this.characters = characters;
            this.string = string;
        }

        boolean is(char[] buffer, int from, int to) {
            return Arrays.equals(characters, 0, characters.length, buffer, from, to);
        }
    }

    /** The text that the parser stands on. */
    String text(JsonParser parser) throws IOException {
        int length = parser.getTextLength();
        if (length > LONGEST) {
            return parser.getText();
        }
        char[] buffer = parser.getTextCharacters();
        int from = parser.getTextOffset();
        Text follower = last.follower;
        if (follower == null || !follower.is(buffer, from, from + length)) {
            follower = find(buffer, from, from + length);
            last.follower = follower;
        }
        last = follower;
        return follower.string;
    }

    private Text find(char[] buffer, int from, int to) {
        int slot = hash(buffer, from, to) & (SLOTS - 1);
        while (slots[slot] != null) {
            if (slots[slot].is(buffer, from, to)) {
                return slots[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (++used > SLOTS / 2) {
            Arrays.fill(slots, null);
            used = 1;
        }
        slots[slot] = new Text(Arrays.copyOfRange(buffer, from, to), new String(buffer, from, to - from));
        return slots[slot];
    }

    private static int hash(char[] buffer, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + buffer[i];
        }
        return hash ^ (hash >>> 16);
    }
}
