package com.giosg.chatreports.network;

import com.giosg.chatreports.network.Way.Strike;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** How each fault shows on the bytes of a connection. */
record Strikes(Connection connection, NetworkFault fault, Spot spot) {

    Way answer() {
        boolean fromTheStart = fault == NetworkFault.LATENCY || fault == NetworkFault.SLOW_START;
        return new Way(connection.server(), connection.client(), fromTheStart ? 0 : spot.answer(), strikeOfAnswer());
    }

    Way upload() {
        Strike strike =
                switch (fault) {
                    case CUT_UPLOAD -> cut();
                    case RESET_UPLOAD -> reset();
                    default -> Strike.NONE;
                };
        return new Way(connection.client(), connection.server(), spot.upload(), strike);
    }

    private Strike strikeOfAnswer() {
        return switch (fault) {
            case LATENCY -> late();
            case SLOW_START -> late().onlyOnce();
            case DRIP -> drip();
            case CUT -> cut();
            case RESET -> reset();
            case HALF_CLOSE -> halfClose();
            case STALL -> (out, bytes, offset, length) -> {};
            case CORRUPTION -> flip().onlyOnce();
            default -> Strike.NONE;
        };
    }

    private Strike late() {
        return (out, bytes, offset, length) -> {
            pause();
            out.write(bytes, offset, length);
        };
    }

    private Strike drip() {
        return (out, bytes, offset, length) -> {
            for (int index = offset; index < offset + length; index++) {
                pause();
                out.write(bytes, index, 1);
            }
        };
    }

    private Strike cut() {
        return (out, bytes, offset, length) -> connection.close();
    }

    private Strike reset() {
        return (out, bytes, offset, length) -> connection.reset();
    }

    private Strike halfClose() {
        return (out, bytes, offset, length) -> {
            if (!connection.client().isOutputShutdown()) {
                connection.client().shutdownOutput();
            }
        };
    }

    /** The highest bit: in text it makes what no encoding allows, and no digit of another one. */
    private static Strike flip() {
        return (out, bytes, offset, length) -> {
            bytes[offset] ^= (byte) 0x80;
            out.write(bytes, offset, length);
        };
    }

    /** The fault itself takes time; nobody waits here for anything else. */
    private void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(spot.pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
