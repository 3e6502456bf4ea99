package com.giosg.chatreports.route;

import java.io.InterruptedIOException;

/** An HTTP call was cut off because the whole of it took longer than it may. */
final class TookTooLong extends InterruptedIOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says so in the words for the API.
     *
     * @param cause what the cut looked like to the client, or null
     */
    TookTooLong(Exception cause) {
        super("it took longer than api.total-timeout allows");
        initCause(cause);
    }
}
