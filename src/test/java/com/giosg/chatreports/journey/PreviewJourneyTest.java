package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.http.JournalEntry;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What would be delivered can be looked at before anybody gets it. */
class PreviewJourneyTest extends SimulatedJourney {

    private static final Organization ACME = Organizations.ACME;
    private static final Organization BAKERY = Organizations.BAKERY;
    private static final Coverage ACMES = Coverage.everything(ACME, "2026-10-29", "2026-10-30", "day")
            .of(List.of(TrueMetric.REAL_CHATS, TrueMetric.CHAT_INVITATIONS), List.of("org", "team"));

    @Test
    void every_file_is_there_as_it_would_be_delivered_and_nothing_is_delivered() throws Exception {
        String configuration = configuration(List.of(ACME));

        Journey.Outcome outcome = preview(configuration);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        ReportsYaml.SINKS.forEach(sink -> assertThat(folder.resolve(sink)).doesNotExist());
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(shown("acme").resolve("rows.csv"))
                .hasSameTextualContentAs(shown("acme").resolve("sinks/long").resolve(file("csv")));

        journey().run(configuration, "figures");

        Map<String, String> formats = Map.of("long", "csv", "wide", "csv", "json", "json", "ndjson", "ndjson");
        formats.forEach((sink, format) -> assertThat(
                        shown("acme").resolve("sinks").resolve(sink).resolve(file(format)))
                .hasSameBinaryContentAs(folder.resolve(sink).resolve(file(format))));
    }

    @Test
    void batches_are_there_as_they_would_be_posted_and_the_receiver_hears_nothing() throws Exception {
        try (Simulator receiver = Simulator.start(SimulatorSettings.defaults())) {
            String configuration = new ReportsYaml(folder).report("figures", ACMES, List.of(ACME), List.of("rows"))
                    + "  rows: { type: http, url: \"%s/inbox/rows\", batch: 5 }\n".formatted(receiver.url());

            Journey.Outcome outcome = preview(configuration);

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(receiver.journal().received()).isZero();
            List<Path> batches = Canary.files(shown("acme").resolve("sinks/rows"));
            assertThat(batches).hasSizeGreaterThan(1);
            assertThat(JSON.readTree(batches.get(0).toFile()).path("rows")).hasSizeBetween(1, 5);
        }
    }

    @Test
    void a_mail_is_there_with_what_its_readers_see_and_no_server_is_asked() throws Exception {
        String configuration = new ReportsYaml(folder).report("figures", ACMES, List.of(ACME), List.of("mail"))
                + "  mail: { type: email, to: leads@example.com, from: reports@example.com, smtp: \"127.0.0.1:1\" }\n";

        Journey.Outcome outcome = preview(configuration);

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        Path mails = shown("acme").resolve("sinks/mail");
        assertThat(mails.resolve(file("eml"))).content().contains("To: leads@example.com");
        assertThat(mails.resolve(file("html"))).content().contains("<html", "Acme");
        assertThat(mails.resolve(file("txt"))).content().contains("Acme").doesNotContain("<html");
    }

    @Test
    void it_says_what_it_wrote() throws Exception {
        Journey.Outcome outcome = preview(configuration(List.of(ACME)));

        assertThat(outcome.out().lines())
                .startsWith(
                        "REPORT\tORGANIZATION\tWINDOW\tWHAT\tWRITTEN",
                        "figures\tacme\t2026-10-29_2026-10-30\tpage\t"
                                + shown("acme").resolve("index.html"),
                        "figures\tacme\t2026-10-29_2026-10-30\trequests\t"
                                + shown("acme").resolve("requests"),
                        "figures\tacme\t2026-10-29_2026-10-30\trows\t"
                                + shown("acme").resolve("rows.csv"))
                .contains("figures\tacme\t2026-10-29_2026-10-30\tjson\t"
                        + shown("acme").resolve("sinks/json").resolve(file("json")))
                .hasSize(1 + 3 + ReportsYaml.SINKS.size());
        JsonNode facts =
                JSON.readTree(preview(configuration(List.of(ACME)), "--json").out());
        assertThat(facts.at("/0/written")).hasSize(3 + ReportsYaml.SINKS.size());
        assertThat(facts.at("/0/page").asText())
                .isEqualTo(shown("acme").resolve("index.html").toString());
        assertThat(facts.at("/0").has("deliveries")).isFalse();
    }

    @Test
    void a_page_shows_all_of_it() throws Exception {
        simulator.faults().add("status=400,contains=\"team\",path=" + ACME.id());
        Path logo = Files.copy(Path.of("src/test/resources/looks/logo.png"), folder.resolve("logo.png"));
        String configuration =
                new ReportsYaml(folder).report("figures", ACMES, List.of(ACME), List.of("mail", "page", "long"))
                        + """
                  mail: { type: email, to: leads@example.com, from: reports@example.com, attach: [csv, xlsx], smtp: "127.0.0.1:1" }
                  page: { type: file, directory: "%s", format: html }
                look: { logo: "%s" }
                """.formatted(folder, logo);

        assertThat(preview(configuration).exitCode()).isEqualTo(3);

        String page = Files.readString(shown("acme").resolve("index.html"));
        assertThat(page)
                .contains("<b>1 of 3 requests was not answered (rejected)</b>", "gap: rejected", "leads@example.com");
        assertThat(Pattern.compile("(?:href|src)=\"\\./([^\"]*)\"")
                        .matcher(page)
                        .results()
                        .map(found -> shown("acme").resolve(found.group(1)))
                        .map(Path::normalize)
                        .distinct())
                .hasSize(3 + 1 + 1 + 1 + 1 + 2 + 1)
                .allMatch(Files::isRegularFile);
        assertThat(Files.readString(shown("acme").resolve("sinks/mail").resolve(file("html"))))
                .contains("src=\"./")
                .doesNotContain("cid:");
    }

    @Test
    void a_page_leads_to_several() throws Exception {
        Path index = folder.resolve("out/index.html");
        Journey.Outcome outcome = preview(configuration(List.of(BAKERY, ACME)));

        assertThat(outcome.out().lines().skip(1)).first().isEqualTo("-\t-\t-\tpage\t" + index);
        assertThat(Files.readString(index))
                .contains("href=\"./figures/acme/index.html\"", "href=\"./figures/bakery/index.html\"");

        preview(configuration(List.of(ACME)));

        assertThat(index).as("what leads to one that was not made now").doesNotExist();
    }

    @Test
    void requests_are_shown_as_they_were_sent_without_the_token() throws Exception {
        Journey.Outcome outcome = preview(configuration(List.of(ACME)));

        List<JsonNode> requests = requests("acme");
        assertThat(requests).hasSize(3);
        List<JsonNode> bodies = new ArrayList<>();
        List<JournalEntry> questions = simulator.journal().entries().stream()
                .filter(entry -> entry.request().method().equals("POST"))
                .toList();
        for (JournalEntry sent : questions) {
            bodies.add(JSON.readTree(sent.request().body()));
            assertThat(requests).anyMatch(request -> request.path("url")
                    .asText()
                    .equals(simulator.url() + sent.request().path()));
        }
        assertThat(requests).extracting(request -> request.path("body")).containsExactlyInAnyOrderElementsOf(bodies);
        assertThat(requests).allSatisfy(request -> {
            assertThat(request.at("/headers/Authorization").asText()).isEqualTo("Token ***");
            assertThat(request.at("/answer/rows").asInt()).isPositive();
        });
        Canary.assertNowhere(ACME.token(), outcome, folder);
    }

    @Test
    void a_gap_says_why_and_others_are_made_all_the_same() throws Exception {
        simulator.faults().add("status=403,path=" + BAKERY.id());
        simulator.faults().add("status=400,contains=\"team\",path=" + ACME.id());

        Journey.Outcome outcome = preview(configuration(List.of(BAKERY, ACME)));

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).contains("figures of bakery: 3 of 3 requests failed (denied)");
        assertThat(requests("bakery")).allSatisfy(request -> {
            assertThat(request.at("/answer/gap/kind").asText()).isEqualTo("denied");
            assertThat(request.at("/answer/gap/next").asText()).startsWith("check the token");
        });
        assertThat(shown("bakery").resolve("sinks")).doesNotExist();
        assertThat(Files.readString(shown("bakery").resolve("rows.csv"))).contains(",gap");
        assertThat(Files.readString(shown("acme").resolve("sinks/long").resolve(file("csv"))))
                .contains(",gap", ",ok");
    }

    @Test
    void it_takes_the_place_of_an_earlier_one_and_of_nothing_else() throws Exception {
        preview(configuration(List.of(ACME)), "--window", "2026-10-28");
        Path mine = Files.writeString(shown("acme").resolve("notes.txt"), "mine");
        assertThat(shown("acme").resolve("sinks/long/figures-acme-2026-10-28.csv"))
                .exists();

        preview(configuration(List.of(ACME)));

        assertThat(shown("acme").resolve("sinks/long/figures-acme-2026-10-28.csv"))
                .doesNotExist();
        assertThat(mine).exists();
    }

    @Test
    void only_what_was_refused_for_what_it_is_remains_of_the_run() throws Exception {
        simulator.faults().add("body=html,contains=\"team\"");

        Journey.Outcome outcome = preview(configuration(List.of(ACME)));

        assertThat(outcome.err()).contains("what arrived begins as in ");
        assertThat(Canary.files(folder.resolve("out/data"))).singleElement().satisfies(kept -> assertThat(outcome.err())
                .contains(kept.toString()));
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private List<JsonNode> requests(String organization) throws IOException {
        List<JsonNode> requests = new ArrayList<>();
        for (Path file : Canary.files(shown(organization).resolve("requests"))) {
            requests.add(JSON.readTree(file.toFile()));
        }
        return requests;
    }

    private String configuration(List<Organization> organizations) {
        return new ReportsYaml(folder)
                .report("figures", ACMES, organizations, ReportsYaml.SINKS)
                .toString();
    }

    private Journey.Outcome preview(String configuration, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("reports.yaml"), configuration);
        return journey()
                .execute(Stream.concat(
                                Stream.of(
                                        "preview",
                                        "figures",
                                        "--config",
                                        file.toString(),
                                        "--out",
                                        folder.resolve("out").toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path shown(String organization) {
        return folder.resolve("out").resolve("figures").resolve(organization);
    }

    private static String file(String format) {
        return ReportsYaml.fileName("figures", ACMES, format);
    }

    private Journey journey() {
        return new Journey(folder, ReportsYaml.environment(simulator.url()), InstantSource.system());
    }
}
