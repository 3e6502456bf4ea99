package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.request.RequestPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * However a busy API says when to come back: the request that was refused, and every other one of its token, arrives just
 * then; those of another token arrive meanwhile. Time is simulated, and the API notes what it is when it is asked.
 */
@Tag("chaos-short")
class RetryAfterPausesTest extends SimulatedTimeSupport {

    private static final int ANSWERS = Integer.getInteger("retry-after.answers", 400);
    private static final Duration CAP = Duration.ofMinutes(15);

    /** Of the jitter before the second try, which is within a second. */
    private static final long RANDOM = 1400;

    private static final Duration JITTER = Duration.ofMillis(700);

    private static final String FIGURES = """
            {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "count", "type": "metric"}], "data": []}""";

    private final AtomicReference<Busy> next = new AtomicReference<>();
    private final List<Arrival> journal = new CopyOnWriteArrayList<>();
    private final HttpServer server = server();

    /** What the first request of a round is answered. */
    private record Busy(int status, RetryAfterHeaders headers) {}

    private record Arrival(String path, Instant time) {}

    /** The server of the JDK would write the Date itself. */
    private HttpServer server() {
        try {
            HttpServer made = ServerBootstrap.bootstrap()
                    .setLocalAddress(InetAddress.getLoopbackAddress())
                    .setHttpProcessor(HttpProcessorBuilder.create()
                            .add(new ResponseContent())
                            .add(new ResponseConnControl())
                            .build())
                    .setRequestRouter((asked, context) -> (request, response, unused) -> answer(request, response))
                    .create();
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(ClassicHttpRequest request, ClassicHttpResponse response) throws IOException {
        journal.add(new Arrival(request.getPath(), time.instant()));
        EntityUtils.consume(request.getEntity());
        Busy busy = next.getAndSet(null);
        if (busy == null) {
            response.setEntity(new StringEntity(FIGURES, ContentType.APPLICATION_JSON));
            return;
        }
        response.setCode(busy.status());
        busy.headers().lines().forEach(line -> response.addHeader("Retry-After", line));
        busy.headers().date().ifPresent(date -> response.setHeader("Date", date));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    Instant beginning() {
        return NOW.plusMillis(250);
    }

    @Override
    URI apiUrl() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    String otherOrganizations() {
        return """
            twin: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3302, name: Of the same token }
              other: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3303, name: Of another, token: "{{env:OTHER_TOKEN}}" }""";
    }

    @Override
    Wiring wiring() {
        Wiring made = Wiring.of(simulated(), Patience.NONE).withTimers(new Planning(simulated()));
        Processor failures = (Processor) made.beans().get("failures");
        made.beans().put("failures", (Processor) exchange -> {
            failures.process(exchange);
            waitSimulated(exchange);
        });
        return made;
    }

    private Installation simulated() {
        Installation any = installation(time);
        return new Installation(
                        any.home(), any.templates(), any.data(), any.configuration(), any.ledger(), time, () -> RANDOM)
                .lasting(time);
    }

    /** Camel would sleep. Others of the same token and of another are asked meanwhile. */
    private void waitSimulated(Exchange exchange) {
        Duration wait = Duration.ofMillis(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY, Long.class));
        exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, 0L);
        meanwhile = List.of(begin("other"), begin("twin"));
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> times("other").size() + times("twin").size() + time.held() == meanwhile.size());
        time.pass(wait);
    }

    private volatile List<CompletableFuture<Exchange>> meanwhile = List.of();

    @Test
    void holdsBackItsTokenAndNoOtherForAsLongAsTheApiSays(TestReporter reporter) {
        long seed = Long.getLong("chaos.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(seed));
        reporter.publishEntry("answers", Integer.toString(ANSWERS));
        SplittableRandom random = new SplittableRandom(seed);

        for (int round = 0; round < ANSWERS; round++) {
            check(new Busy(random.nextBoolean() ? 429 : 503, RetryAfterHeaders.of(random, time.instant())));
            // So that no pause is left, and the milliseconds are others.
            time.pass(Duration.ofHours(1).plusMillis(random.nextInt(1000)));
        }
    }

    private void check(Busy busy) {
        journal.clear();
        next.set(busy);
        Instant asked = time.instant();

        Exchange exchange = fetch(organization("acme"));

        assertThat(exchange.getException()).isNull();
        meanwhile.forEach(CompletableFuture::join);
        Instant back = asked.plus(expectedWait(busy));
        assertThat(times("acme")).as("%s", busy).containsExactly(asked, back);
        assertThat(times("twin")).as("same token, %s", busy).containsExactly(pausesItsToken(busy) ? back : asked);
        assertThat(times("other")).as("another token, %s", busy).containsExactly(asked);
    }

    /** The oracle. */
    private static Duration expectedWait(Busy busy) {
        return busy.headers()
                .asked()
                .map(asked -> asked.compareTo(CAP) < 0 ? asked : CAP)
                .orElse(JITTER);
    }

    private static boolean pausesItsToken(Busy busy) {
        return busy.status() == 429 || busy.headers().asked().isPresent();
    }

    private CompletableFuture<Exchange> begin(String organization) {
        return CompletableFuture.supplyAsync(() -> fetch(organization(organization)));
    }

    private Exchange fetch(Organization organization) {
        ActiveRun run = open(organization);
        return send("direct:fetch-metric", run.requests().get(0), Map.of(Variables.RUN, run));
    }

    private ActiveRun open(Organization organization) {
        Report report = configuration.reports().get("daily");
        Instant due = time.instant();
        Run run = Run.planned(report, organization, due, report.window().resolve(due, report.zoneFor(organization)));
        ledger.plan(
                run,
                RequestPlan.of(report, organization, run.window()).stream()
                        .map(Request::id)
                        .toList());
        try {
            return new Runs(simulated()).open(run.id());
        } catch (RequestFailure e) {
            throw new AssertionError(e);
        }
    }

    private Organization organization(String key) {
        return configuration.organizations().get(key);
    }

    private List<Instant> times(String organization) {
        return journal.stream()
                .filter(arrival ->
                        arrival.path().contains(organization(organization).id()))
                .map(Arrival::time)
                .toList();
    }
}
