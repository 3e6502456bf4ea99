package com.giosg.chatreports.route;

import java.util.Collection;
import java.util.List;

/** What an answer says in one header, which may come several times. */
final class HeaderLines {

    private HeaderLines() {}

    /**
     * A text for each time it came.
     *
     * @param header as Camel has it: a text, a list of them, or null
     */
    static List<String> of(Object header) {
        if (header == null) {
            return List.of();
        }
        return header instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(header.toString());
    }
}
