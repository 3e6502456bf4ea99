package com.giosg.chatreports.time;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads windows as operators write them: by name, such as {@code last-week}, or fixed, such as {@code 2020-W44}. */
public final class Windows {

    private Windows() {}

    /**
     * What the text stands for.
     *
     * @throws IllegalArgumentException saying what is wrong with the text, for operators to read
     */
    public static WindowRule parse(String text) {
        if (looksFixed(text)) {
            return FixedWindow.parse(text);
        }
        return NamedWindow.ALL.stream()
                .filter(window -> window.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no window \"%s\"".formatted(text)));
    }

    /** Whether the text can only stand for the same days whenever it is read: no name of a window begins with a digit. */
    public static boolean looksFixed(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    /** Every window that has a name, from short to long. */
    public static List<String> names() {
        return NamedWindow.ALL.stream().map(NamedWindow::text).toList();
    }

    /** What each named window covers, in one line, and after them an example of each fixed form. */
    public static Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (NamedWindow window : NamedWindow.ALL) {
            descriptions.put(window.text(), window.description());
        }
        descriptions.putAll(FixedWindow.FORMS);
        return descriptions;
    }
}
