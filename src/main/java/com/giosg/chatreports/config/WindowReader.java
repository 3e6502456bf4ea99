package com.giosg.chatreports.config;

import com.giosg.chatreports.time.WindowRule;
import com.giosg.chatreports.time.Windows;

/** Reads a window as operators write it, in a file or on the command line. */
public final class WindowReader {

    private WindowReader() {}

    /**
     * What the text stands for. Fixed windows have messages of their own; a name is probably misspelt.
     *
     * @throws IllegalArgumentException saying what is wrong with the text and what was probably meant
     */
    public static WindowRule read(String text) {
        if (!Windows.looksFixed(text) && !Windows.names().contains(text)) {
            throw new IllegalArgumentException(Suggestion.unknown("window", text, Windows.names()));
        }
        return Windows.parse(text);
    }
}
