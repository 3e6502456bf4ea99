package com.giosg.chatreports.route;

import java.io.IOException;

/** Why an artifact did not arrive, in an operator's words, with what can be done about it. One line. */
final class DeliveryFailure extends IOException {

    private static final long serialVersionUID = 1L;

    DeliveryFailure(String message) {
        super(message);
    }

    DeliveryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
