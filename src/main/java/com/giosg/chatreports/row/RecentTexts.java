package com.giosg.chatreports.row;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;

/**
 * Turns the texts of one column into strings, the same string for a text that was there before: timestamps and ids
 * come again and again. What looks them up then compares by identity and counts no hash twice.
 *
 * <p>They also come in the same order again and again, so each text remembers what followed it last time, and mostly
 * one comparison finds the next. Otherwise a hash table with open addressing does. When it is half full it forgets
 * everything, and begins again with more room as long as it is small: most answers have a dozen texts, some have
 * thousands.
 */
final class RecentTexts {

    private static final int FEWEST_SLOTS = 1 << 8;
    private static final int MOST_SLOTS = 1 << 15;
    private static final int LONGEST = 64;

    private Text[] slots = new Text[FEWEST_SLOTS];
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
        int hash = hash(buffer, from, to);
        int slot = slot(hash);
        while (slots[slot] != null) {
            if (slots[slot].is(buffer, from, to)) {
                return slots[slot];
            }
            slot = slot(slot + 1);
        }
        if (++used > slots.length / 2) {
            slots = new Text[Math.min(4 * slots.length, MOST_SLOTS)];
            used = 1;
            slot = slot(hash);
        }
        slots[slot] = new Text(Arrays.copyOfRange(buffer, from, to), new String(buffer, from, to - from));
        return slots[slot];
    }

    private int slot(int number) {
        return number & (slots.length - 1);
    }

    private static int hash(char[] buffer, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + buffer[i];
        }
        return hash ^ (hash >>> 16);
    }
}
