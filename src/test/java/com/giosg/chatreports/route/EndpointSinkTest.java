package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Kamelet {@code endpoint-sink}: to a broker over TCP, whose address stands in {@code camel.properties}, and to files. */
class EndpointSinkTest extends RouteTestSupport {

    private static final String QUEUE = "chat-reports";

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private String brokerUrl;

    @Override
    Path home() {
        try {
            brokerUrl = "tcp://127.0.0.1:" + freePort();
            startBroker();
            Path home = Files.createDirectories(folder.resolve("home/config")).getParent();
            copy(Path.of("routes"), home.resolve("routes"));
            Files.writeString(home.resolve("config/camel.properties"), """
                    camel.beans.broker = #class:org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory
                    camel.beans.broker.brokerURL = %s
                    camel.component.jms.connectionFactory = #bean:broker
                    """.formatted(brokerUrl));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private void startBroker() {
        try {
            broker.setConfiguration(new ConfigurationImpl()
                    .setPersistenceEnabled(false)
                    .setSecurityEnabled(false)
                    .setJMXManagementEnabled(false)
                    .setJournalDirectory(folder.resolve("journal").toString())
                    .addAcceptorConfiguration("tcp", brokerUrl)
                    .addQueueConfiguration(QueueConfiguration.of(QUEUE).setRoutingType(RoutingType.ANYCAST)));
            broker.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @AfterEach
    void stopTheBroker() throws Exception {
        context.stop();
        broker.stop();
    }

    @Override
    String sinks() {
        return """
            broker: { type: endpoint, uri: "jms:queue:%1$s" }
              out: { type: endpoint, uri: "file:%2$s/handed-over" }
              by-report: { type: endpoint, uri: "file:%2$s/{report}/{window}?fileName={organization}.{format}" }
              wrong: { type: endpoint, uri: "file:%2$s/x?no-such-option=RAW({{env:SFTP_PASSWORD}})" }
              plain: { type: endpoint, uri: "file:%2$s/x?no-such-option={{env:SFTP_PASSWORD}}" }""".formatted(QUEUE, folder);
    }

    @Test
    void aBrokerIsSentTheBytesAndWhatTheyAreAbout() throws JMSException {
        Exchange exchange = deliver("broker", "figures");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getVariable("receipt")).isEqualTo("the-key");
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        try (var connection = new ActiveMQConnectionFactory(brokerUrl).createContext();
                var consumer = connection.createConsumer(connection.createQueue(QUEUE))) {
            Message message = consumer.receive(10_000);
            assertThat(message).isInstanceOf(BytesMessage.class);
            assertThat(new String(message.getBody(byte[].class), StandardCharsets.UTF_8))
                    .isEqualTo("figures");
            assertThat(message.getStringProperty("ReportName")).isEqualTo("daily");
            assertThat(message.getStringProperty("ReportOrganization")).isEqualTo("acme");
            assertThat(message.getStringProperty("ReportWindow")).isEqualTo("2020-10-29_2020-10-30");
            assertThat(message.getStringProperty("ReportFileName")).isEqualTo("report.csv");
            assertThat(message.getStringProperty("ReportContentType")).isEqualTo("text/csv; charset=UTF-8");
            assertThat(message.getStringProperty("ReportKey")).isEqualTo("the-key");
            assertThat(message.getStringProperty("ReportRun")).startsWith("r");
            assertThat(Collections.list((java.util.Enumeration<?>) message.getPropertyNames()))
                    .as("nothing else travels")
                    .allSatisfy(name -> assertThat(name.toString()).matches("Report[A-Za-z]+|_AMQ_DUPL_ID|JMSX.*"));
        }
    }

    @Test
    void aBrokerThatTellsDuplicatesKeepsOneOfTwo() throws Exception {
        deliver("broker", "figures");
        deliver("broker", "figures");

        assertThat(broker.getActiveMQServer().locateQueue(QUEUE).getMessageCount())
                .isEqualTo(1);
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
        assertThat(broker.getActiveMQServer().locateQueue(QUEUE).getMessagesAdded())
                .isZero();
    }

    @Test
    void aProbeSaysThatNoBrokerAnswers() throws Exception {
        broker.stop();

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
