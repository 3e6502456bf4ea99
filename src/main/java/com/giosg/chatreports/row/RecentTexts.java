package com.giosg.chatreports.row;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;

/**
 * Turns the texts of an answer into strings, the same string for a text that was there before: timestamps and ids come
 * again in every other row. What looks them up then compares by identity and counts no hash twice.
 *
 * <p>A hash table with open addressing that forgets everything when it is half full, so it never grows.
 */
final class RecentTexts {

    private static final int SLOTS = 1 << 15;
    private static final int LONGEST = 64;

    private final String[] slots = new String[SLOTS];
    private int used;

    /** The text that the parser stands on. */
    String text(JsonParser parser) throws IOException {
        int length = parser.getTextLength();
        return length > LONGEST ? parser.getText() : text(parser.getTextCharacters(), parser.getTextOffset(), length);
    }

    private String text(char[] characters, int offset, int length) {
        int slot = hash(characters, offset, length) & (SLOTS - 1);
        while (slots[slot] != null) {
            if (same(slots[slot], characters, offset, length)) {
                return slots[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return remember(slot, new String(characters, offset, length));
    }

    private String remember(int slot, String text) {
        if (++used > SLOTS / 2) {
            Arrays.fill(slots, null);
            used = 1;
        }
        slots[slot] = text;
        return text;
    }

    private static int hash(char[] characters, int offset, int length) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + characters[i];
        }
        return hash ^ (hash >>> 16);
    }

    private static boolean same(String text, char[] characters, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
