package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organizations;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code check} finds out about the addresses of endpoints, none of which is connected to. */
class EndpointCheckJourneyTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file:out?fileNam=x.csv                       | file: there is no option "fileNam"; did you mean "fileName"?
            file:out?charset=utf-8&tempPrefx=.x          | file: there is no option "tempPrefx"; did you mean "tempPrefix"?
            sftp:h/d?password=RAW({{env:SECRET}})&por=1  | sftp: there is no option "por"
            """)
    void an_option_that_a_component_does_not_have_is_a_problem(String uri, String problem) throws Exception {
        Journey.Outcome outcome = check(NOBODY, uri);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("reports.yaml:4  sinks.bus.uri  " + problem);
        Canary.assertNowhere("canary", outcome, folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:out?fileName={organization}.csv&tempPrefix=.x&lazyStartProducer=true",
                "jms:queue:chat-reports?deliveryPersistent=false",
                "sftp:partner.example.com/in?username=acme&password=RAW({{env:SECRET}})&strictHostKeyChecking=yes",
                "smtp:mail.example.com?mail.smtp.timeout=5000",
                "https://example.com/rows?whatever=they&want=it",
                "file:out"
            })
    void whatever_a_component_has_is_fine(String uri) throws Exception {
        Journey.Outcome outcome = check(NOBODY, uri);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void online_its_endpoint_is_started_and_what_only_a_delivery_can_show_is_said() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            Journey.Outcome outcome = check(simulator.url(), "file:%s/bus".formatted(folder), "--online");

            assertThat(outcome.out())
                    .contains("sink\tbus\tok\tits options and their values are right;"
                            + " whether anybody answers there shows at the first delivery");
            assertThat(outcome.exitCode()).isZero();
            assertThat(folder.resolve("bus")).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file:out?bufferSize=much        | the endpoint's option bufferSize does not take its value: For input string: "much"
            smtp:h?connectionTimeout=soon   | the endpoint's option connectionTimeout does not take its value
            """)
    void online_the_value_of_an_option_is_tried_too(String uri, String problem) throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            Journey.Outcome outcome = check(simulator.url(), uri, "--online");

            assertThat(outcome.out()).contains("sink\tbus\tfailed\t" + problem);
            assertThat(outcome.exitCode()).isEqualTo(4);
        }
    }

    private Journey.Outcome check(URI api, String uri, String... options) throws Exception {
        Path file = Files.writeString(folder.resolve("reports.yaml"), """
                api: { url: "{{env:API_URL}}", token: "{{env:ACME_DEMO_TOKEN}}", directory-url: "{{env:API_URL}}" }
                organizations: { acme: { id: %s } }
                reports: { daily: { window: yesterday, time-zone: Europe/Helsinki, metrics: real-chats, sinks: bus } }
                sinks: { bus: { type: endpoint, uri: "%s" } }
                """.formatted(Organizations.ACME.id(), uri));
        Map<String, String> environment = new HashMap<>(ReportsYaml.environment(api));
        environment.put("SECRET", "canary)&x=y");
        return new Journey(folder, environment, InstantSource.system())
                .execute(Stream.concat(Stream.of("check", "--config", file.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }
}
