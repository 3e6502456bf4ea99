package com.giosg.chatreports.route;

import com.giosg.chatreports.request.RequestFailure;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What keeps a run that is served from going on, though nothing is wrong with it: nothing can be noted, because there is no
 * space. Then it is given back as it is, once all who work on it have stopped.
 */
final class Hindrance {

    private final AtomicReference<RequestFailure> cause = new AtomicReference<>();

    void note(RequestFailure failure) {
        cause.compareAndSet(null, failure);
    }

    Optional<RequestFailure> cause() {
        return Optional.ofNullable(cause.get());
    }
}
