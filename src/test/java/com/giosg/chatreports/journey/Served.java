package com.giosg.chatreports.journey;

import java.io.IOException;
import java.util.List;

/** A server at the other end of a faulty link, and what arrived by way of it. */
interface Served extends AutoCloseable {

    /** Where it really listens. */
    int port();

    /** The sink's settings besides its time-outs, as YAML; for the API those of a folder. */
    String sink(int linkPort) throws IOException;

    /** What readers find, whole: contents of files, mails or calls, in the order of their arrival. */
    List<byte[]> arrived() throws IOException;

    /** What nobody should find once all is well: unfinished files, and more. */
    default List<String> leftovers() throws IOException {
        return List.of();
    }

    @Override
    default void close() {}
}
