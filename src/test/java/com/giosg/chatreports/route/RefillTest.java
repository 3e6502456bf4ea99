package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.ScriptedApi.Call;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A report that went out with gaps, and goes out again when they are had. */
class RefillTest extends SlowPhaseSupport {

    private static final Reply REJECTED = status(400, Map.of(), "");
    private static final Reply TAKEN = status(200, Map.of(), "{}");

    @Override
    String api() {
        return ", concurrency: 1";
    }

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, refill: true,"
                + " metrics: [real-chats, short-chats], sinks: [hook, people, archive] }";
    }

    @Override
    String sinks() {
        return """
            hook: { type: http, url: "%2$s/hook" }
              people: { type: email, to: [team@example.com], from: reports@example.com, outbox: "%1$s/people" }
              archive: { type: file, directory: "%1$s/archive", file-name: chats.csv }""".formatted(folder, api.url());
    }

    @Test
    void isMadeOnceMoreWhenEveryGapIsHad() throws Exception {
        api.answersAt("/hook", TAKEN);
        api.answers(FIGURES, REJECTED, REJECTED, FIGURES);
        Run run = begin();
        assertThat(ledger.run(run.id()).orElseThrow().nextTry()).contains(after(5));
        assertThat(Files.readString(folder.resolve("archive/chats.csv"))).contains(",gap");
        assertThat(subject()).startsWith("[incomplete 1/2] ");

        lookAt(5);
        assertThat(hooks()).as("still missing").hasSize(1);
        lookAt(20);

        assertThat(state(run)).isEqualTo(Run.State.DONE);
        assertThat(figures()).as("what was answered is not asked again").hasSize(4);
        assertThat(hooks())
                .extracting(call -> call.headers().getFirst("Idempotency-Key"))
                .containsExactly(run.id() + "-hook-1", run.id() + "-hook-2");
        assertThat(Files.readString(folder.resolve("archive/chats.csv"))).doesNotContain(",gap");
        assertThat(subject()).startsWith("[complete] ");
    }

    @Test
    void staysAsItIsWhereNothingIsHadWithinADay() {
        api.answersAt("/hook", TAKEN);
        api.answers(FIGURES, REJECTED);
        Run run = begin();

        Instant last = lookUntilOver(run);

        assertThat(last).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(state(run)).isEqualTo(Run.State.DONE_WITH_GAPS);
        assertThat(hooks()).hasSize(1);
        assertThat(ledger.requests(run.id()))
                .filteredOn(request -> request.gap().isPresent())
                .extracting(RequestEntry::requestId)
                .hasSize(1);
    }

    @Test
    void isNotAskedAgainWhereNothingIsMissing() {
        api.answersAt("/hook", TAKEN);
        api.answers(FIGURES);

        assertThat(state(begin())).isEqualTo(Run.State.DONE);
    }

    /** The first generation waits for its sink; only once everybody has it the gaps are asked again. */
    @Test
    void beginsWhenTheFirstOneIsDelivered() {
        Reply away = status(503, Map.of(), "");
        api.answersAt("/hook", away, away, away, away, away, TAKEN);
        api.answers(FIGURES, REJECTED, FIGURES);
        Run run = begin();
        assertThat(figures()).hasSize(2);

        lookAt(5);
        assertThat(figures()).hasSize(2);
        lookAt(10);

        assertThat(state(run)).isEqualTo(Run.State.DONE);
        assertThat(ledger.deliveries(run.id()))
                .hasSize(6)
                .extracting(Delivery::state)
                .containsOnly(Delivery.State.CONFIRMED);
    }

    private Instant lookUntilOver(Run run) {
        Instant next = NOW;
        while (!state(run).isFinal()) {
            next = ledger.run(run.id()).orElseThrow().nextTry().orElseThrow();
            look(next);
        }
        return next;
    }

    private List<Call> hooks() {
        return api.calls().stream()
                .filter(call -> call.uri().getPath().equals("/hook"))
                .toList();
    }

    private List<Call> figures() {
        return api.calls().stream()
                .filter(call -> !call.uri().getPath().equals("/hook"))
                .toList();
    }

    /** Of the mail in the outbox: that of the second generation takes the place of the first. */
    private String subject() throws Exception {
        try (Stream<Path> mails = Files.list(folder.resolve("people"));
                InputStream in = Files.newInputStream(mails.findFirst().orElseThrow())) {
            return new MimeMessage(null, in).getSubject();
        }
    }
}
