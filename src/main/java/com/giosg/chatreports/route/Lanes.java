package com.giosg.chatreports.route;

import com.giosg.chatreports.request.Request;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Divides requests among lanes while they are served: a lane that is free takes the next one. */
final class Lanes {

    private Lanes() {}

    static List<Iterator<Request>> of(List<Request> requests, int lanes) {
        Queue<Request> waiting = new ConcurrentLinkedQueue<>(requests);
        return IntStream.range(0, Math.min(lanes, requests.size()))
                .<Iterator<Request>>mapToObj(lane -> new Lane(waiting))
                .toList();
    }

    /** Takes a request when asked whether there is one, since another lane could take it in between. */
    private static final class Lane implements Iterator<Request> {

        private final Queue<Request> waiting;
        private Request next;

        /** Has its first one from the start: Camel reads one ahead, and the first lane would take two. */
        Lane(Queue<Request> waiting) {
            this.waiting = waiting;
            this.next = waiting.poll();
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = waiting.poll();
            }
            return next != null;
        }

        @Override
        public Request next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Request taken = next;
            next = null;
            return taken;
        }
    }
}
