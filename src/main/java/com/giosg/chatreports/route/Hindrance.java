package com.giosg.chatreports.route;

import com.giosg.chatreports.request.RequestFailure;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What keeps a run that is served from going on, though nothing is wrong with it: nothing can be noted, because there is no
 * space. Then it is given back as it is, once all who work on it have stopped.
 */
final class Hindrance {

    private final AtomicReference<RequestFailure> cause = new AtomicReference<>();
    private final AtomicBoolean told = new AtomicBoolean();

    void note(RequestFailure failure) {
        cause.compareAndSet(null, failure);
    }

    /** The cause, for the first who asks. */
    Optional<RequestFailure> untold() {
        return cause().filter(first -> told.compareAndSet(false, true));
    }

    Optional<RequestFailure> cause() {
        return Optional.ofNullable(cause.get());
    }
}
