package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.Spoken;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.ConfigurationReader;
import com.giosg.chatreports.config.PropertyFunctions;
import com.giosg.chatreports.config.SinkKinds;
import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.CatalogueReader;
import com.giosg.chatreports.metrics.Templates;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestBodies;
import com.giosg.chatreports.request.RequestPlan;
import com.giosg.chatreports.simulator.exchange.Answer;
import com.giosg.chatreports.simulator.exchange.Content;
import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.http.JournalEntry;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API gets to see of the whole application. */
class WireJourneyTest extends SimulatedJourney {

    private static final Instant NOW = Instant.parse("2026-11-04T14:20:00Z");
    private static final Organization ACME = Organizations.ACME;
    private static final CompletableFuture<Void> NO_WAITING = CompletableFuture.completedFuture(null);
    private static final Coverage COVERAGE = Coverage.everything(ACME, "2026-10-24", "2026-10-25", "day");

    @Test
    void every_request_goes_to_the_published_address_with_the_rendered_body() throws Exception {
        run(new ReportsYaml(folder).report("figures", COVERAGE), "figures");

        List<String> expected = new ArrayList<>();
        RequestBodies bodies = new RequestBodies(Templates.configuration(Path.of("templates")));
        for (Request request : planned()) {
            expected.add("POST " + request.path() + "\n" + bodies.render(request));
        }
        assertThat(questions())
                .extracting(entry -> entry.method() + " " + entry.request().uri() + "\n" + entry.body())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(questions())
                .extracting(JournalEntry::path)
                .containsOnly(
                        "/api/reporting/v1/orgs/" + ACME.id() + "/chat_sessions",
                        "/api/events/v2/orgs/" + ACME.id() + "/fetch",
                        "/api/reporting/workflow/v1/orgs/" + ACME.id() + "/query/");
    }

    @Test
    void every_request_carries_the_token_and_says_who_asks() throws Exception {
        run(new ReportsYaml(folder).report("figures", COVERAGE), "figures");

        assertThat(questions()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.request().headers())
                    .containsEntry("authorization", List.of("Token " + ACME.token()))
                    .containsEntry("accept", List.of("application/json"))
                    .containsKeys("user-agent", "content-type")
                    .doesNotContainKeys("cookie", "breadcrumbid");
            assertThat(entry.request().headers().keySet()).noneMatch(name -> name.startsWith("camel"));
            assertThat(entry.request().header("Content-Type")).get().asString().startsWith("application/json");
            assertThat(entry.request().header("User-Agent")).get().asString().matches("chat-reports/\\S+");
        });
    }

    @Test
    void cookies_are_not_sent_back() throws Exception {
        simulator.faults().add("header=Set-Cookie:session=secret; Path=/");

        run(new ReportsYaml(folder).report("figures", COVERAGE), "figures");

        assertThat(simulator.journal().entries())
                .isNotEmpty()
                .noneMatch(entry -> entry.request().headers().containsKey("cookie"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void no_token_has_more_requests_under_way_than_allowed_whichever_runs_they_belong_to(int allowed) throws Exception {
        Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
        Map<String, Integer> most = new ConcurrentHashMap<>();
        Map<String, CompletableFuture<Void>> full = new ConcurrentHashMap<>();
        simulator.faults().add(new Fault("count", request -> true, 0, Integer.MAX_VALUE, List.of((request, answer) -> {
            String token = request.header("Authorization").orElse("");
            AtomicInteger count = underWay.computeIfAbsent(token, unused -> new AtomicInteger());
            CompletableFuture<Void> lanes = full.computeIfAbsent(token, unused -> new CompletableFuture<>());
            if (most.merge(token, count.incrementAndGet(), Math::max) >= allowed) {
                lanes.complete(null);
            }
            return held(answer, count, asksForFigures(request) ? lanes : NO_WAITING);
        })));
        Coverage bakerys = Coverage.everything(Organizations.BAKERY, "2026-10-24", "2026-10-25", "day");

        run(
                new ReportsYaml(folder)
                        .api("concurrency: " + allowed)
                        .report("one", COVERAGE)
                        .report("other", COVERAGE)
                        .report("third", bakerys),
                "one",
                "other",
                "third");

        assertThat(most)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("Token " + ACME.token(), allowed, "Token " + Organizations.BAKERY.token(), allowed));
    }

    /**
     * Under way until the first byte is sent: only then can the next request follow. The first that ask for figures wait
     * for each other, so that a slow machine does not decide how many there are; afterwards there is a little time for one too many.
     */
    private static Answer held(Answer answer, AtomicInteger underWay, CompletableFuture<Void> full) {
        Content content = answer.content();
        return answer.withPace(answer.pace().after(Duration.ofMillis(20))).withContent(Content.chunked(out -> {
            full.orTimeout(20, TimeUnit.SECONDS).join();
            underWay.decrementAndGet();
            content.writeTo(out);
        }));
    }

    /** Names are looked up before, with GET. */
    private static boolean asksForFigures(com.giosg.chatreports.simulator.exchange.Request request) {
        return request.method().equals("POST");
    }

    private List<JournalEntry> questions() {
        return simulator.journal().entries().stream()
                .filter(entry -> asksForFigures(entry.request()))
                .toList();
    }

    private void run(ReportsYaml configuration, String... reports) throws Exception {
        Journey.Outcome outcome = new Journey(
                        folder, ReportsYaml.environment(simulator.url()), InstantSource.fixed(NOW))
                .run(configuration.toString(), reports);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    private List<Request> planned() {
        Path templates = Path.of("templates");
        Catalogue catalogue = CatalogueReader.read(templates, Templates.configuration(templates))
                .catalogue();
        Map<String, String> environment = ReportsYaml.environment(simulator.url());
        Configuration configuration = new ConfigurationReader(
                        catalogue,
                        SinkKinds.in(Path.of("routes", "sinks")),
                        Spoken.LANGUAGES,
                        PropertyFunctions.of(environment::get, folder))
                .read(folder.resolve("reports.yaml"), NOW)
                .configuration();
        return configuration.reports().values().stream()
                .flatMap(
                        report -> report.organizations().stream()
                                .flatMap(organization -> RequestPlan.of(
                                        report,
                                        organization,
                                        report.window().resolve(NOW, report.zoneFor(organization)))
                                        .stream()))
                .toList();
    }
}
