package com.giosg.chatreports.route;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.apache.camel.util.concurrent.CamelThreadFactory;

/** A clock that stands still until somebody waits; then it jumps. What Camel's delays hold back runs on their own threads when its time
 * comes. */
final class SimulatedTime extends DefaultThreadPoolFactory implements InstantSource {

    private record Held(Instant until, Runnable work) {}

    private final PriorityQueue<Held> held = new PriorityQueue<>(Comparator.comparing(Held::until));
    private Instant now;

    SimulatedTime(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Lets time pass, and with it what is held until then. */
    void pass(Duration time) {
        Instant end = instant().plus(time);
        for (Runnable due = jump(end); due != null; due = jump(end)) {
            due.run();
        }
    }

    /** To the next work before the end, or to the end; null: there is none. */
    private synchronized Runnable jump(Instant end) {
        boolean nothing = held.isEmpty() || held.peek().until().isAfter(end);
        Held next = nothing ? new Held(end, null) : held.remove();
        now = next.until().isAfter(now) ? next.until() : now;
        return next.work();
    }

    /** How much is held back. */
    synchronized int held() {
        return held.size();
    }

    private synchronized void hold(Duration time, Runnable work) {
        held.add(new Held(now.plus(time), work));
    }

    @Override
    public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory factory) {
        boolean delays =
                factory instanceof CamelThreadFactory named && named.getName().startsWith("Delay");
        return delays ? new Delays(profile.getPoolSize(), factory) : super.newScheduledThreadPool(profile, factory);
    }

    private final class Delays extends ScheduledThreadPoolExecutor {

        Delays(int threads, ThreadFactory factory) {
            super(threads, factory);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable work, long time, TimeUnit unit) {
            hold(Duration.of(time, unit.toChronoUnit()), () -> begin(work));
            return super.schedule(() -> {}, 0, unit);
        }

        private void begin(Runnable work) {
            ScheduledFuture<?> unused = super.schedule(work, 0, TimeUnit.NANOSECONDS);
        }

        @Override
        public <V> ScheduledFuture<V> schedule(Callable<V> work, long time, TimeUnit unit) {
            throw new UnsupportedOperationException("nothing is delayed for its result");
        }
    }
}
