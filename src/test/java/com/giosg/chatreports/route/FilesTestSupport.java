package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;

/** Sinks that leave files in a folder, here or on a server in this machine. */
abstract class FilesTestSupport extends RouteTestSupport {

    private static final String OLD = "old".repeat(100_000);
    private static final String YOUNG = "young".repeat(100_000);

    final Exchange deliver(String sink, String name, String content) {
        Exchange exchange = handOver(sink, name, content);
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    final String failure(String sink, String name) {
        return failure(sink, name, "figures");
    }

    /** In the words of the log and the ledger. */
    final String failure(String sink, String name, String content) {
        return words(handOver(sink, name, content));
    }

    static String words(Exchange exchange) {
        assertThat(exchange.getException()).isNotNull();
        String words = SinkCauses.words(exchange.getException());
        assertThat(words).hasLineCount(1).doesNotContain("canary");
        return words;
    }

    final Exchange handOver(String sink, String name, String content) {
        return send("direct:sink-" + sink, artifact(content), Map.of("fileName", name));
    }

    final File artifact(String content) {
        try {
            return Files.writeString(folder.resolve("artifact"), content).toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a report again and again. A reader who keeps looking sees the old one or the new one, whole, and always one of them. */
    final void replaceWhileItIsRead(String sink, String name, Path there, int rounds) throws Exception {
        replace(sink, name, rounds, () -> assertThat(read(there)).get().isIn(OLD, YOUNG));
    }

    /** The same where there may be a moment without one, but never half of one. */
    final void replaceWithMomentsWithout(String sink, String name, Path there, int rounds) throws Exception {
        replace(sink, name, rounds, () -> read(there)
                .ifPresent(content -> assertThat(content).isIn(OLD, YOUNG)));
    }

    private void replace(String sink, String name, int rounds, Runnable look) throws Exception {
        deliver(sink, name, OLD);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            do {
                look.run();
            } while (!done.get());
        });

        for (int round = 0; round < rounds; round++) {
            deliver(sink, name, round % 2 == 0 ? YOUNG : OLD);
        }
        done.set(true);

        reader.get();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
