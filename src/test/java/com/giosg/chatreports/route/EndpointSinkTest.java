package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The Kamelet {@code endpoint-sink}: to a broker over TCP, whose address stands in {@code camel.properties}, and to files. */
class EndpointSinkTest extends BrokerTestSupport {

    @Override
    String sinks() {
        return """
            broker: { type: endpoint, uri: "%1$s" }
              out: { type: endpoint, uri: "file:%2$s/handed-over" }
              by-report: { type: endpoint, uri: "file:%2$s/{report}/{window}?fileName={organization}.{format}" }
              wrong: { type: endpoint, uri: "file:%2$s/x?no-such-option=RAW({{env:SFTP_PASSWORD}})" }
              plain: { type: endpoint, uri: "file:%2$s/x?no-such-option={{env:SFTP_PASSWORD}}" }""".formatted(BrokerServer.URI, folder);
    }

    @Test
    void aBrokerIsSentTheBytesAndWhatTheyAreAbout() throws JMSException {
        Exchange exchange = deliver("broker", "figures");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getVariable("receipt")).isEqualTo("the-key");
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        assertThat(broker.take()).singleElement().satisfies(message -> {
            assertThat(message.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("figures");
            assertThat(message.properties())
                    .containsEntry("ReportName", "daily")
                    .containsEntry("ReportOrganization", "acme")
                    .containsEntry("ReportWindow", "2020-10-29_2020-10-30")
                    .containsEntry("ReportFileName", "report.csv")
                    .containsEntry("ReportContentType", "text/csv; charset=UTF-8")
                    .containsEntry("ReportKey", "the-key")
                    .hasEntrySatisfying("ReportRun", id -> assertThat(id).startsWith("r"));
            assertThat(message.properties().keySet()).as("nothing else travels").allSatisfy(name -> assertThat(name)
                    .matches("Report[A-Za-z]+|_AMQ_DUPL_ID|JMSX.*"));
        });
    }

    @Test
    void aBrokerThatTellsDuplicatesKeepsOneOfTwo() throws Exception {
        deliver("broker", "figures");
        deliver("broker", "figures");

        assertThat(broker.queue().getMessageCount()).isEqualTo(1);
    }

    @Test
    void aFolderIsGivenTheFileUnderItsName() {
        deliver("out", "figures");

        assertThat(folder.resolve("handed-over/report.csv")).hasContent("figures");
    }

    @Test
    void placeholdersStandForWhatIsConfigured() {
        Exchange exchange = deliver(
                "by-report", "figures", Map.of("uri", "file:%s/daily/2020?fileName=acme.csv".formatted(folder)));

        assertThat(exchange.getException()).isNull();
        assertThat(folder.resolve("daily/2020/acme.csv")).hasContent("figures");
    }

    @Test
    void noHeaderDecidesAnything() {
        deliver("out", "figures");

        assertThat(folder.resolve("elsewhere")).doesNotExist();
        assertThat(folder.resolve("handed-over").toFile().list()).containsExactly("report.csv");
    }

    @Test
    void anOptionThatDoesNotExistIsNamedInALine() {
        assertThat(failure("wrong"))
                .isEqualTo("the endpoint has no option no-such-option; correct its URI, with RAW() around references");
    }

    @Test
    void nothingOfASecretIsSaidEvenWhereItBreaksTheAddress() {
        assertThat(failure("plain"))
                .isEqualTo("the URI of the endpoint holds characters that mean something there; "
                        + "put RAW() around references");
    }

    @Test
    void aProbeConnectsToTheBrokerAndSendsNothing() throws Exception {
        assertThat(probe("broker").getVariable("finding")).isEqualTo("connected; nothing was delivered");
        assertThat(broker.queue().getMessagesAdded()).isZero();
    }

    @Test
    void aProbeSaysThatNoBrokerAnswers() {
        broker.close();

        assertThat(SinkCauses.words(probe("broker").getException())).contains("Cannot connect to server");
    }

    @Test
    void aProbeKnowsWhatItCannotFindOut() {
        assertThat(probe("out").getVariable("finding")).asString().startsWith("its options and their values are right");
        assertThat(folder.resolve("handed-over")).doesNotExist();
    }

    private Exchange probe(String sink) {
        return send("kamelet:endpoint-probe/probe." + sink, "nothing to deliver", Map.of());
    }

    /** In the words of the log and the ledger. */
    private String failure(String sink) {
        Exception thrown = deliver(sink, "figures").getException();
        String words = configuration.withoutSecrets(SinkCauses.words(thrown));
        assertThat(words).doesNotContain("canary");
        return words;
    }

    private Exchange deliver(String sink, String content) {
        return deliver(sink, content, Map.of());
    }

    private Exchange deliver(String sink, String content, Map<String, String> settings) {
        ActiveRun run = openRun();
        return send("direct:sink-" + sink, exchange -> {
            exchange.getMessage().setBody(artifact(content));
            exchange.getMessage()
                    .setHeaders(new HashMap<>(Map.of(
                            "CamelFileName",
                            "elsewhere/x",
                            "CamelJmsDestinationName",
                            "elsewhere",
                            "Authorization",
                            TOKEN)));
            Map.of(
                            "run", run,
                            "fileName", "report.csv",
                            "key", "the-key",
                            "mediaType", "text/csv; charset=UTF-8",
                            "settings", settings)
                    .forEach(exchange::setVariable);
        });
    }

    private File artifact(String content) {
        try {
            return Files.writeString(folder.resolve("artifact"), content).toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
