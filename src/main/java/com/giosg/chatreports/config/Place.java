package com.giosg.chatreports.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Where something stands in a file.
 *
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when the file as a whole is meant
 */
public record Place(int line, int column) {

    public static final Place WHOLE_FILE = new Place(0, 0);

    static Place of(Node node) {
        return of(node.getStartMark());
    }

    /** Marks count from 0. */
    static Place of(Optional<Mark> mark) {
        return mark.map(found -> new Place(found.getLine() + 1, found.getColumn() + 1))
                .orElse(WHOLE_FILE);
    }

    /** The place of one character, by its index among the text's code points. */
    static Place ofCodePoint(String text, int index) {
        int end = text.offsetByCodePoints(0, Math.min(index, text.codePointCount(0, text.length())));
        String before = text.substring(0, end);
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        return new Place(line, before.length() - before.lastIndexOf('\n'));
    }
}
