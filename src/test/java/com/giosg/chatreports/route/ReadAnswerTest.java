package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.row.AnswerLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The route {@code read-answer}, behind the route that asks: rows are on disk while the answer still arrives. */
class ReadAnswerTest extends RouteTestSupport {

    private static final String COLUMNS = """
            {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "team_id", "type": "dimension"},
                        {"name": "count", "type": "metric"}], "data": [""";

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats,"
                + " scopes: [team], sinks: out }";
    }

    @Test
    void readingBeginsBeforeTheAnswerEnds() {
        CountDownLatch seen = new CountDownLatch(1);
        api.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write((COLUMNS + teams(0, 4000)).getBytes(StandardCharsets.UTF_8));
                out.flush();
                await().until(() -> bytesOnDisk() > 0);
                seen.countDown();
                out.write((", " + teams(4000, 4001) + "]}").getBytes(StandardCharsets.UTF_8));
            }
        });
        ActiveRun run = openRun();

        Exchange exchange = send("direct:fetch-metric", run.requests().get(0), Map.of(Variables.RUN, run));

        assertThat(exchange.getException()).isNull();
        assertThat(seen.getCount())
                .as("rows on disk before the last bytes were sent")
                .isZero();
        assertThat(ledger.requests(run.id()).get(0).part().orElseThrow().rows())
                .as("of 4001 teams on two days")
                .isEqualTo(8002);
    }

    @Test
    void givesTheConnectionBackWhereRowsCannotBeKept() throws IOException {
        ActiveRun run = openRun();
        Files.writeString(Files.createDirectories(run.folder()).resolve("parts"), "not a folder");
        AtomicBoolean closed = new AtomicBoolean();
        InputStream body = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        Answers answers = new Answers(ledger, new AnswerLimits(1000), new Hindrances(Patience.NONE));

        assertThatThrownBy(() -> answers.open(body, run, run.requests().get(0)))
                .isInstanceOfSatisfying(RequestFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.STORAGE));
        assertThat(closed).isTrue();
    }

    private static String teams(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj("[\"2020-10-29T00:00:00.000+02:00\", \"team %d\", 1]"::formatted)
                .collect(Collectors.joining(", "));
    }

    private long bytesOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".tmp"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
