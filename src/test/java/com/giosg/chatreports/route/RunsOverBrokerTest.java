package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.BrokerServer.MadeMessage;
import com.giosg.chatreports.route.BrokerServer.Received;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.StreamMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Runs that are announced over a broker's queue, where messages get lost, come twice, or come from somebody else. */
@Tag("chaos")
class RunsOverBrokerTest extends BrokerTestSupport {

    private static final String ELSEWHERE = "elsewhere";
    private static final String SERVING = "run-report";

    /** After so many looks of ten seconds, what was announced and is still not served is announced again. */
    private static final int LOOKS = 6;

    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @Override
    String runsEndpoint() {
        return BrokerServer.URI;
    }

    @Override
    String sinks() {
        return "out: { type: http, url: \"%s/inbox\" }".formatted(api.url());
    }

    @BeforeEach
    void listen() {
        api.answers(FIGURES);
        api.answersAt("/inbox", status(200, Map.of(), "{}"));
        said.start();
        log().addAppender(said);
    }

    @AfterEach
    void stopListening() {
        log().detachAppender(said);
    }

    private static Logger log() {
        return (Logger) LoggerFactory.getLogger("com.giosg.chatreports");
    }

    @Test
    void oneThatIsAnnouncedTwiceIsDeliveredOnce() throws Exception {
        Run run = plannedRun();
        serveNobody();
        announce(run.id());
        announce(run.id());
        assertThat(broker.queue().getMessageCount()).isEqualTo(2);

        context.getRouteController().startRoute(SERVING);

        awaitEndOf(run);
        awaitServed(2);
        announce(run.id());
        awaitServed(3);
        assertThat(deliveries()).isEqualTo(1);
        assertThat(ledger.run(run.id()).orElseThrow().state()).isEqualTo(Run.State.DONE);
        assertThat(said.list).isEmpty();
    }

    @Test
    void oneThatIsAnnouncedInBytesIsDelivered() throws Exception {
        Run run = plannedRun();

        broker.send(in -> {
            BytesMessage bytes = in.createBytesMessage();
            bytes.writeBytes(run.id().getBytes(StandardCharsets.UTF_8));
            return bytes;
        });

        awaitEndOf(run);
        assertThat(deliveries()).isEqualTo(1);
        assertThat(said.list).isEmpty();
    }

    @Test
    void oneWhoseMessageIsLostIsAnnouncedAgainWithinAMinuteAndDeliveredOnce() throws Exception {
        Run run = plannedRun();
        Takeover takeover = new Takeover(ledger, (Runs) wiring.beans().get(Wiring.RUNS), () -> NOW);
        serveNobody();
        takeover.unserved().forEach(this::announce);
        assertThat(broker.take()).hasSize(1);
        context.getRouteController().startRoute(SERVING);

        List<String> again = new ArrayList<>();
        for (int look = 2; look <= LOOKS; look++) {
            again.addAll(takeover.unserved());
        }
        assertThat(again).containsExactly(run.id());
        again.forEach(this::announce);

        awaitEndOf(run);
        assertThat(deliveries()).isEqualTo(1);
        assertThat(ledger.run(run.id()).orElseThrow().state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void aMessageHoldsTheIdOfTheRunAndNothingElse() throws Exception {
        Run run = plannedRun();
        serveNobody();

        template.sendBodyAndHeaders(
                "direct:schedule-run", run.id(), Map.of("Authorization", TOKEN, "CamelJmsDestinationName", ELSEWHERE));

        assertThat(broker.take()).singleElement().satisfies(message -> {
            assertThat(text(message)).isEqualTo(run.id());
            assertThat(message.properties().keySet())
                    .allSatisfy(name -> assertThat(name).startsWith("JMSX"));
        });
        assertThat(broker.has(ELSEWHERE)).isFalse();
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of(
                        "an id that nobody planned", (MadeMessage) in -> in.createTextMessage("r0000000000000000")),
                Arguments.of(
                        "lines", (MadeMessage) in -> in.createTextMessage("r1\nERROR made up\u0000\n".repeat(9999))),
                Arguments.of("an empty text", (MadeMessage) in -> in.createTextMessage("")),
                Arguments.of("nothing", (MadeMessage) JMSContext::createMessage),
                Arguments.of("bytes", (MadeMessage) in -> {
                    var bytes = in.createBytesMessage();
                    bytes.writeBytes(new byte[] {-1, 0, 13, 10});
                    return bytes;
                }),
                Arguments.of("a table", (MadeMessage) in -> {
                    MapMessage map = in.createMapMessage();
                    map.setString("id", "r1");
                    return map;
                }),
                Arguments.of("a stream", (MadeMessage) in -> {
                    StreamMessage stream = in.createStreamMessage();
                    stream.writeString("r1");
                    return stream;
                }),
                Arguments.of("an object", (MadeMessage) in -> in.createObjectMessage(new ArrayList<>(List.of("r1")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void aMessageOfAStrangerDoesNothingAndIsSaidInALine(String what, MadeMessage made) throws Exception {
        broker.send(in -> hostile(in, made.in(in)));

        awaitServed(1);
        await().until(() -> !said.list.isEmpty());
        Run run = plannedRun();
        broker.send(in -> hostile(in, in.createTextMessage(run.id())));
        awaitEndOf(run);
        awaitServed(2);

        assertThat(said.list).as(what).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getThrowableProxy()).isNull();
            assertThat(line.getFormattedMessage())
                    .startsWith("A message announces a run that the ledger does not know")
                    .hasSizeLessThan(700)
                    .doesNotContainPattern("\\p{Cntrl}");
        });
        assertThat(deliveries()).isEqualTo(1);
        assertThat(broker.has(ELSEWHERE))
                .as("an answer to where the message wanted one")
                .isFalse();
    }

    /** With everything that could mean something on the way. */
    private static Message hostile(JMSContext in, Message message) throws JMSException {
        message.setJMSReplyTo(in.createQueue(ELSEWHERE));
        message.setStringProperty("CamelHttpUri", "http://elsewhere.invalid");
        message.setStringProperty("CamelFileName", "../hostile");
        message.setStringProperty("Authorization", "Token of somebody");
        return message;
    }

    private void serveNobody() throws Exception {
        context.getRouteController().stopRoute(SERVING);
    }

    private void announce(String runId) {
        template.sendBody("direct:schedule-run", runId);
    }

    private void awaitEndOf(Run run) {
        Runs runs = (Runs) wiring.beans().get(Wiring.RUNS);
        await().until(() -> ledger.run(run.id()).orElseThrow().state().isFinal() && !runs.isServed(run.id()));
    }

    private void awaitServed(int messages) {
        await().until(() -> broker.queue().getMessagesAcknowledged() == messages);
        await().until(() -> context.getInflightRepository().size() == 0);
    }

    private long deliveries() {
        return api.calls().stream()
                .filter(call -> call.uri().getPath().equals("/inbox"))
                .count();
    }

    private static String text(Received message) {
        return new String(message.bytes(), StandardCharsets.UTF_8);
    }
}
