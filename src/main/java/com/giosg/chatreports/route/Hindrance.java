package com.giosg.chatreports.route;

import com.giosg.chatreports.request.RequestFailure;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What keeps a run that is served from going on, though nothing is wrong with it: nothing can be noted, because there is no
 * space. Then it is given back as it is, once all who work on it have stopped.
 */
final class Hindrance {

    private final AtomicReference<RequestFailure> cause = new AtomicReference<>();

    /** Who works on the run: its own route, and a lane for each of its sinks. */
    private final AtomicInteger parties = new AtomicInteger(1);

    void join(int lanes) {
        parties.addAndGet(lanes);
    }

    void note(RequestFailure failure) {
        cause.compareAndSet(null, failure);
    }

    Optional<RequestFailure> cause() {
        return Optional.ofNullable(cause.get());
    }

    /** Of those who work on the run one has stopped. True for the last one, if the run could not be ended. */
    boolean leave() {
        return parties.decrementAndGet() == 0 && cause.get() != null;
    }
}
