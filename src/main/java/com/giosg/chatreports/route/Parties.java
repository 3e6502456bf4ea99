package com.giosg.chatreports.route;

import java.util.concurrent.atomic.AtomicInteger;

/** Who works on a run that is served: its own route, and a lane for each sink that was handed something. */
final class Parties {

    private final AtomicInteger working = new AtomicInteger(1);

    void join(int lanes) {
        working.addAndGet(lanes);
    }

    /** One of them has stopped, for whatever reason. True for the last one. */
    boolean leave() {
        return working.decrementAndGet() == 0;
    }
}
