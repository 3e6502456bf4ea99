package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether tokens and sinks are good, before a report has to rely on them. */
class CheckOnlineJourneyTest extends SimulatedJourney {

    private static final Organization ACME = Organizations.ACME;

    @Test
    void says_whose_tokens_they_are_and_that_sinks_can_be_reached() throws Exception {
        Journey.Outcome outcome = check(configuration());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(lines(outcome))
                .contains(
                        "organization\tacme\tok\tthe token is that of %s (%s) of %s; it may see the figures\t"
                                .formatted(
                                        ACME.tokenUser().fullName(),
                                        ACME.tokenUser().email().orElseThrow(),
                                        ACME.name()),
                        "sink\tlong\tok\treached; nothing was delivered\t")
                .hasSize(Organizations.all().size() + ReportsYaml.SINKS.size());
        assertThat(simulator.journal().entries(ACME.id()))
                .as("one cheap question")
                .hasSize(1);
        assertThat(simulator.journal().received())
                .isEqualTo(2L * Organizations.all().size());
        assertThat(Canary.files(folder)).as("what was left behind").containsExactly(folder.resolve("reports.yaml"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status=401,path=/users/me       | whose token it is could not be asked: the API answered 401 | check the token, that the user who made it still exists
            status=404,path=/users/me       | whose token it is could not be asked: the API answered 404 | check api.directory-url
            status=307,redirect=http://127.0.0.1:1/,path=/users/me | a redirect to 127.0.0.1            | set api.directory-url to the address that answers
            body=html,path=/users/me        | whose token it is could not be asked: the answer is not JSON | look at the kept answer
            status=403,path=chat_sessions   | of Acme Oy, but: the API answered 403                      | check the token
            body=html,path=chat_sessions    | of Acme Oy, but: the answer is not valid JSON              | look at the kept answer
            status=503,path=chat_sessions   | of Acme Oy, but: the API answered 503                      | try later
            """)
    void a_token_that_is_no_good_is_said_once_with_what_to_do(String fault, String found, String next)
            throws Exception {
        simulator.faults().add(fault);

        Journey.Outcome outcome = check(configuration());

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(lines(outcome))
                .filteredOn(line -> line.startsWith("organization\tacme\tfailed\t"))
                .singleElement()
                .asString()
                .contains(found)
                .contains("\t" + next);
        assertThat(simulator.journal().received())
                .as("without retries")
                .isLessThanOrEqualTo(2L * Organizations.all().size());
        Canary.assertNowhere(ACME.token(), outcome, folder);
    }

    @Test
    void a_token_of_another_organization_is_told_with_its_organization() throws Exception {
        Map<String, String> environment = ReportsYaml.environment(simulator.url());
        environment.put("ACME_DEMO_TOKEN", Organizations.BAKERY.token());

        Journey.Outcome outcome = check(environment, configuration());

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(lines(outcome))
                .filteredOn(line -> line.startsWith("organization\tacme\tfailed\t"))
                .singleElement()
                .asString()
                .contains(
                        "of %s, another organization (%s), and: the API answered 403"
                                .formatted(Organizations.BAKERY.name(), Organizations.BAKERY.id()),
                        "\tcheck the organization's id, or give it a token of its own");
        assertThat(lines(outcome)).anyMatch(line -> line.startsWith("organization\tbakery\tok\t"));
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_and_the_other_sinks_are_tried() throws Exception {
        Files.writeString(folder.resolve("wide"), "a file in its place");

        Journey.Outcome outcome = check(configuration(), "--json");

        assertThat(outcome.exitCode()).isEqualTo(4);
        JsonNode online = new ObjectMapper().readTree(outcome.out()).path("online");
        assertThat(online)
                .filteredOn(line -> line.path("what").asText().equals("sink"))
                .allSatisfy(sink -> {
                    boolean wide = sink.path("name").asText().equals("wide");
                    assertThat(sink.path("result").asText()).isEqualTo(wide ? "failed" : "ok");
                    assertThat(sink.path("found").asText())
                            .isEqualTo(
                                    wide
                                            ? folder.resolve("wide") + " is not a folder"
                                            : "reached; nothing was delivered");
                });
    }

    @Test
    void nobody_is_asked_while_something_is_wrong_with_the_file() throws Exception {
        Journey.Outcome outcome = check(configuration() + "surprise: 1\n");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(simulator.journal().received()).isZero();
    }

    @Test
    void nobody_is_asked_who_is_not_to_be() throws Exception {
        Path file = Files.writeString(folder.resolve("reports.yaml"), configuration());

        Journey.Outcome outcome = new Journey(folder, ReportsYaml.environment(simulator.url()), InstantSource.system())
                .execute("check", "--config", file.toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(simulator.journal().received()).isZero();
    }

    private String configuration() {
        Coverage coverage = Coverage.everything(ACME, "2026-10-29", "2026-10-30", "day")
                .of(List.of(TrueMetric.REAL_CHATS), List.of("org"));
        return new ReportsYaml(folder)
                .api("directory-url: \"{{env:API_URL}}\"")
                .report("figures", coverage, Organizations.all(), ReportsYaml.SINKS)
                .toString();
    }

    private Journey.Outcome check(String configuration, String... more) throws IOException {
        return check(ReportsYaml.environment(simulator.url()), configuration, more);
    }

    private Journey.Outcome check(Map<String, String> environment, String configuration, String... more)
            throws IOException {
        Path file = Files.writeString(folder.resolve("reports.yaml"), configuration);
        return new Journey(folder, environment, InstantSource.system())
                .execute(Stream.concat(Stream.of("check", "--online", "--config", file.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Below the heading. */
    private static List<String> lines(Journey.Outcome outcome) {
        return outcome.out()
                .lines()
                .dropWhile(line -> !line.startsWith("WHAT\t"))
                .skip(1)
                .toList();
    }
}
