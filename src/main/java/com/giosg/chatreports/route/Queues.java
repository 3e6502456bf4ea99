package com.giosg.chatreports.route;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.component.seda.BlockingQueueFactory;

/**
 * The queues between routes, for an application that waits for days: their readers can sleep until something arrives and
 * are woken when it ends. Camel's own look up again and again, whether they are to stop: the more sinks there are, the
 * more that costs, or the longer the end takes, since it waits for one after the other.
 */
final class Queues implements BlockingQueueFactory<Exchange> {

    private final List<Waking> made = new CopyOnWriteArrayList<>();

    @Override
    public BlockingQueue<Exchange> create() {
        return create(Integer.MAX_VALUE);
    }

    @Override
    public BlockingQueue<Exchange> create(int capacity) {
        Waking queue = new Waking(capacity);
        made.add(queue);
        return queue;
    }

    /** From now on no reader sleeps for long; what is in the queues is still read. */
    void end() {
        made.forEach(Waking::end);
    }

    private static final class Waking extends LinkedBlockingQueue<Exchange> {

        private static final long serialVersionUID = 1L;
        private static final long SHORT = Duration.ofMillis(20).toNanos();

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private boolean ended;

        Waking(int capacity) {
            super(capacity);
        }

        @Override
        public Exchange poll(long timeout, TimeUnit unit) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                boolean before = ended;
                long left = before ? Math.min(SHORT, unit.toNanos(timeout)) : unit.toNanos(timeout);
                Exchange next = poll();
                while (next == null && left > 0 && ended == before) {
                    left = changed.awaitNanos(left);
                    next = poll();
                }
                return next;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void put(Exchange exchange) throws InterruptedException {
            super.put(exchange);
            wake();
        }

        @Override
        public boolean offer(Exchange exchange) {
            boolean added = super.offer(exchange);
            wake();
            return added;
        }

        @Override
        public boolean offer(Exchange exchange, long timeout, TimeUnit unit) throws InterruptedException {
            boolean added = super.offer(exchange, timeout, unit);
            wake();
            return added;
        }

        /** After something was added, so that a reader that is about to sleep finds it. */
        private void wake() {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void end() {
            lock.lock();
            try {
                ended = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
