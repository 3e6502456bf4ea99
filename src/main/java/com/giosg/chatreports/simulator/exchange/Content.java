package com.giosg.chatreports.simulator.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** The body of an answer, written when it is sent, so that a large one needs no memory. */
public interface Content {

    /** Declared as Content-Length; none: the body is sent in chunks. */
    OptionalLong length();

    /** Writes the body; an {@link IOException} tears the connection down. */
    void writeTo(OutputStream out) throws IOException;

    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public OptionalLong length() {
                return OptionalLong.of(bytes.length);
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }

    /** A body whose length nobody knows before it is written. */
    static Content chunked(Writing writing) {
        return new Content() {
            @Override
            public OptionalLong length() {
                return OptionalLong.empty();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                writing.writeTo(out);
            }
        };
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Writing {
        void writeTo(OutputStream out) throws IOException;
    }
}
