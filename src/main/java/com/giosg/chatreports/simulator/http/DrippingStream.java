package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.exchange.Pace;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Sends a body in portions with a pause after each; or as it comes. */
final class DrippingStream extends FilterOutputStream {

    private final Pace pace;
    private final Pauses pauses;

    DrippingStream(OutputStream out, Pace pace, Pauses pauses) {
        super(out);
        this.pace = pace;
        this.pauses = pauses;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (pace.portion() == 0) {
            out.write(bytes, offset, length);
            return;
        }
        for (int sent = 0; sent < length; sent += pace.portion()) {
            out.write(bytes, offset + sent, Math.min(pace.portion(), length - sent));
            out.flush();
            pauses.pause(pace.pause());
        }
    }
}
