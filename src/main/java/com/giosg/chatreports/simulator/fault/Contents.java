package com.giosg.chatreports.simulator.fault;

import com.giosg.chatreports.simulator.exchange.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/** Bodies made from other bodies. */
final class Contents {

    private Contents() {}

    static Content followedBy(Content content, String text) {
        byte[] tail = text.getBytes(StandardCharsets.UTF_8);
        OptionalLong length = content.length().isPresent()
                ? OptionalLong.of(content.length().getAsLong() + tail.length)
                : OptionalLong.empty();
        return of(length, out -> {
            content.writeTo(out);
            out.write(tail);
        });
    }

    static Content firstHalf(Content content) {
        byte[] bytes = bytes(content);
        return Content.of(Arrays.copyOf(bytes, bytes.length / 2));
    }

    /** Declares its whole length, but fails after so many bytes, which are sent. */
    static Content cut(Content content, long bytes) {
        return of(content.length(), out -> content.writeTo(new CutStream(out, bytes)));
    }

    /** The whole body in memory; for answers of ordinary size. */
    static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Content of(OptionalLong length, Content.Writing writing) {
        return new Content() {
            @Override
            public OptionalLong length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                writing.writeTo(out);
            }
        };
    }
}
