package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Queues whose readers sleep until there is something for them. */
class QueuesTest {

    private static final long FAR_TOO_LONG_MINUTES = 60;

    private final Queues queues = new Queues();
    private final BlockingQueue<Exchange> queue = queues.create(2);
    private final Exchange first = new DefaultExchange(new DefaultCamelContext());
    private final Exchange second = new DefaultExchange(first.getContext());

    @Test
    void whatIsThereIsReadInItsOrder() throws InterruptedException {
        queue.add(first);
        queue.put(second);

        assertThat(queue.offer(first, 1, TimeUnit.MILLISECONDS))
                .as("there is no room")
                .isFalse();
        assertThat(queue.poll(0, TimeUnit.MILLISECONDS)).isSameAs(first);
        assertThat(queue.poll(0, TimeUnit.MILLISECONDS)).isSameAs(second);
        assertThat(queue.poll(1, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void everyWayToAddWakesAReader() throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Exchange> read = sleepingReader();
        queue.put(first);
        assertThat(read.get(1, TimeUnit.MINUTES)).isSameAs(first);

        read = sleepingReader();
        queue.add(second);
        assertThat(read.get(1, TimeUnit.MINUTES)).isSameAs(second);

        read = sleepingReader();
        queue.offer(first, 1, TimeUnit.MINUTES);
        assertThat(read.get(1, TimeUnit.MINUTES)).isSameAs(first);
    }

    @Test
    void theEndWakesEveryReaderAndLeavesWhatIsThere()
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Exchange> one = sleepingReader();
        CompletableFuture<Exchange> other = sleepingReader();

        queues.end();

        assertThat(one.get(1, TimeUnit.MINUTES)).isNull();
        assertThat(other.get(1, TimeUnit.MINUTES)).isNull();
        assertThat(queue.poll(FAR_TOO_LONG_MINUTES, TimeUnit.MINUTES)).isNull();
        queue.put(first);
        assertThat(queue.poll(FAR_TOO_LONG_MINUTES, TimeUnit.MINUTES)).isSameAs(first);
    }

    private CompletableFuture<Exchange> sleepingReader() {
        CompletableFuture<Exchange> read = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                read.complete(queue.poll(FAR_TOO_LONG_MINUTES, TimeUnit.MINUTES));
            } catch (InterruptedException e) {
                read.completeExceptionally(e);
            }
        });
        reader.setDaemon(true);
        reader.start();
        await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
        return read;
    }
}
