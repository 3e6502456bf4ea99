package com.giosg.chatreports.format;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What stands in an artifact, whichever format it has. */
interface Lines {

    /** The names of the columns, in order. */
    List<String> columns();

    /** Which columns hold figures: numbers or nothing. */
    Set<String> figures();

    /** How many there are. */
    long count();

    /** Hands over every line in order: a cell for each column. */
    void forEach(Sink sink) throws IOException;

    /** Takes a line. */
    interface Sink {
        void accept(List<String> cells) throws IOException;
    }
}
