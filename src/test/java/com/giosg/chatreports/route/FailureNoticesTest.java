package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.RunFailure;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.route.ScriptedApi.Call;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import com.giosg.chatreports.row.SealableFile;
import com.giosg.chatreports.row.SealedFile;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is told that nothing of a report could be had, and what. */
class FailureNoticesTest extends RouteTestSupport {

    private static final Reply DENIED = status(401, Map.of(), "no such token <b>");
    private static final Reply TAKEN = status(200, Map.of(), "{}");

    @Override
    String reports() {
        return "daily: { title: \"Chats & more\", window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki,"
                + " metrics: [real-chats, short-chats], sinks: [readers, hook], on-failure: [people, hook, drop] }";
    }

    @Override
    String sinks() {
        return """
            readers: { type: file, directory: "%1$s/readers" }
              people: { type: email, to: [ops@example.com], from: reports@example.com, subject: "Chats {window}", outbox: "%1$s/people" }
              hook: { type: http, url: "%2$s/hook", batch: 100 }
              drop: { type: file, directory: "%1$s/drop/{organization}", format: csv, file-name: chats.csv }""".formatted(folder, api.url());
    }

    @Test
    void peopleGetAMailInPlainWords() throws Exception {
        MimeMessage mail = mail(failed());

        assertThat(mail.getSubject()).isEqualTo("[failed] Chats & more: Acme Oy, 2020-10-29 to 2020-10-30");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ops@example.com");
        MimeMultipart body = (MimeMultipart)
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        assertThat((String) body.getBodyPart(0).getContent())
                .contains("Chats & more could not be made", "Acme Oy", "2020-10-29 to 2020-10-30")
                .contains("2 of 2 (denied): the API answered 401: no such token <b>")
                .contains("Next: check the token")
                .contains("chat-reports retry " + plannedRun().id());
        assertThat((String) body.getBodyPart(1).getContent()).contains("Chats &amp; more", "no such token &lt;b&gt;");
    }

    @Test
    void programsGetADocumentThatIsNoReport() throws Exception {
        Run run = failed();

        Call call = hooks().get(0);
        assertThat(hooks()).hasSize(1);
        assertThat(call.headers().getFirst("Idempotency-Key")).isEqualTo(run.id() + "-hook-0");
        assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/json");
        JsonNode notice = new ObjectMapper().readTree(call.body());
        assertThat(notice.path("state").asText()).isEqualTo("failed");
        assertThat(notice.path("window").path("start").asText()).isEqualTo("2020-10-29T00:00:00+02:00");
        assertThat(notice.path("causes").path(0).path("kind").asText()).isEqualTo("denied");
        assertThat(notice.path("next").asText()).isEqualTo("chat-reports retry " + run.id());
        assertThat(folder.resolve("drop/acme/daily-acme-2020-10-29_2020-10-30.failed.json"))
                .as("under a name of its own, so that it replaces no report")
                .hasContent(call.body());
    }

    @Test
    void whoeverIsToBeToldIsToldTooWhereTheRunItselfComesToNothing() throws Exception {
        api.answersAt("/hook", TAKEN);
        api.answers(FIGURES);
        // What was answered cannot be kept.
        Run planned = plannedRun();
        Files.writeString(
                Files.createDirectories(data().resolve("runs").resolve(planned.id()))
                        .resolve("artifacts"),
                "");

        Run run = serve(planned);

        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(run.failure().orElseThrow().cause()).startsWith("the artifacts could not be kept");
        assertThat(ledger.deliveries(run.id()))
                .extracting(Delivery::sink, Delivery::isNotice, Delivery::state)
                .containsExactly(
                        tuple("people", true, Delivery.State.CONFIRMED),
                        tuple("hook", true, Delivery.State.CONFIRMED),
                        tuple("drop", true, Delivery.State.CONFIRMED));
        JsonNode notice = new ObjectMapper().readTree(hooks().get(0).body());
        assertThat(notice.path("causes").path(0).path("kind").asText()).isEqualTo("storage");
        assertThat(notice.path("causes").path(0).path("next").asText()).contains("the data folder");
    }

    @Test
    void aNoticeOfARunThatCameToNothingIsDeliveredByTheLifeThatFollows() throws Exception {
        api.answersAt("/hook", TAKEN);
        Run planned = plannedRun();
        Delivery notice = Delivery.notice(planned.id(), "hook", "daily.failed.json", sealed("{}"));
        ledger.fail(planned.id(), new RunFailure(FailureKind.ROOM, "no such room"), List.of(notice));

        assertThat(serve(planned).state()).isEqualTo(Run.State.FAILED);
        assertThat(hooks()).extracting(Call::body).containsExactly("{}");
        assertThat(api.calls()).as("nothing is asked any more").hasSize(1);
    }

    @Test
    void readersGetNothingAndTheRunHasFailed() {
        Run run = failed();

        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(folder.resolve("readers")).doesNotExist();
        assertThat(ledger.deliveries(run.id()))
                .extracting(Delivery::sink, Delivery::isNotice, Delivery::state)
                .containsExactly(
                        tuple("people", true, Delivery.State.CONFIRMED),
                        tuple("hook", true, Delivery.State.CONFIRMED),
                        tuple("drop", true, Delivery.State.CONFIRMED));
    }

    @Test
    void aRetryThatFailsAgainTellsNobodyTwice() {
        Run run = failed();
        ledger.retry(run.id());

        assertThat(serve(run).state()).isEqualTo(Run.State.FAILED);
        assertThat(hooks()).hasSize(1);
    }

    @Test
    void aRetryThatSucceedsDeliversTheReportAlsoWhereTheNoticeWent() {
        Run run = failed();
        api.answers(FIGURES);
        ledger.retry(run.id());

        assertThat(serve(run).state()).isEqualTo(Run.State.DONE);
        assertThat(folder.resolve("readers")).isNotEmptyDirectory();
        assertThat(hooks())
                .extracting(call -> call.headers().getFirst("Idempotency-Key"))
                .containsExactly(run.id() + "-hook-0", run.id() + "-hook-1");
    }

    @Test
    void aNoticeThatDidNotArriveStopsNoReport() {
        api.answersAt("/hook", status(400, Map.of(), ""), TAKEN);
        api.answers(DENIED);
        Run run = serve(plannedRun());
        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        api.answers(FIGURES);
        ledger.retry(run.id());

        assertThat(serve(run).state()).isEqualTo(Run.State.DONE);
        assertThat(hooks()).hasSize(2);
    }

    private SealedFile sealed(String text) throws IOException {
        try (SealableFile file = new SealableFile(folder.resolve("notice.json"))) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
            return file.seal();
        }
    }

    private Run failed() {
        api.answersAt("/hook", TAKEN);
        api.answers(DENIED);
        return serve(plannedRun());
    }

    private Run serve(Run run) {
        template.sendBody("{{runs.endpoint}}", run.id());
        await().until(() -> ledger.run(run.id()).orElseThrow().state().isFinal());
        return ledger.run(run.id()).orElseThrow();
    }

    private MimeMessage mail(Run run) throws Exception {
        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        try (Stream<Path> mails = Files.list(folder.resolve("people"));
                InputStream in = Files.newInputStream(mails.findFirst().orElseThrow())) {
            return new MimeMessage(null, in);
        }
    }

    private List<Call> hooks() {
        return api.calls().stream()
                .filter(call -> call.uri().getPath().equals("/hook"))
                .toList();
    }
}
