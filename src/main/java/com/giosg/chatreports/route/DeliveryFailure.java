package com.giosg.chatreports.route;

import java.io.IOException;

/** Why an artifact did not arrive, in an operator's words, with what can be done about it. One line. */
final class DeliveryFailure extends IOException implements Passing.Known {

    private static final long serialVersionUID = 1L;

    private final transient Passing passing;

    /** One that lasts until somebody mends something. */
    DeliveryFailure(String message) {
        this(message, Passing.NO);
    }

    DeliveryFailure(String message, Passing passing) {
        super(message);
        this.passing = passing;
    }

    DeliveryFailure(String message, Passing passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    @Override
    public Passing passing() {
        return passing;
    }
}
