package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.request.Request;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lanes divide the requests of a run among threads. */
class LanesTest {

    private static final int MANY = 16;

    @Test
    void everyRequestIsTakenExactlyOnce() throws Exception {
        List<Request> requests = requests(10_000);
        CyclicBarrier start = new CyclicBarrier(MANY);
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            List<Callable<List<Request>>> work = Lanes.of(requests, MANY).stream()
                    .<Callable<List<Request>>>map(lane -> () -> {
                        start.await();
                        List<Request> taken = new ArrayList<>();
                        lane.forEachRemaining(taken::add);
                        return taken;
                    })
                    .toList();

            List<Request> taken = new ArrayList<>();
            for (Future<List<Request>> lane : threads.invokeAll(work)) {
                taken.addAll(lane.get());
            }

            assertThat(taken).hasSize(10_000).containsExactlyInAnyOrderElementsOf(requests);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void thereAreNoMoreLanesThanRequests() {
        assertThat(Lanes.of(requests(2), 5)).hasSize(2);
        assertThat(Lanes.of(List.of(), 5)).isEmpty();
    }

    @Test
    void askingWhetherThereIsOneTakesItForThisLane() {
        List<Iterator<Request>> lanes = Lanes.of(requests(2), 2);

        assertThat(lanes.get(0)).hasNext().hasNext();
        assertThat(lanes.get(1).next().id()).isEqualTo("1");
        assertThat(lanes.get(0).next().id()).isEqualTo("0");
        assertThat(lanes.get(0)).isExhausted();
        assertThatThrownBy(() -> lanes.get(1).next()).isInstanceOf(NoSuchElementException.class);
    }

    private static List<Request> requests(int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        new Request(Integer.toString(number), null, null, null, null, null, null, List.of(), true))
                .toList();
    }
}
