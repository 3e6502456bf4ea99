package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.LedgerFile;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.SqlLedger;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.row.SealedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the status pages answer, and whom. */
class StatusTest extends RouteTestSupport {

    /** By the mail that is about them alone. */
    private static final Map<String, String> TEAMS = Map.of("sales.eml", "Sales", "care.eml", "Care");

    private SqlLedger kept;
    private Status status;
    private Run run;
    private Optional<String> doubt = Optional.empty();

    @Override
    String reports() {
        return "daily: { at: '07:30', window: yesterday, time-zone: Europe/Helsinki, metrics: real-chats, sinks: out }";
    }

    @BeforeEach
    void open() {
        kept = LedgerFile.open(data(), () -> NOW);
        Installation any = installation();
        status = new Status(
                new Installation(any.home(), any.templates(), data(), configuration, kept, any.clock(), any.random()),
                kept.history(),
                wiring.troubles(any, () -> doubt));
        run = plannedRun();
        kept.plan(run, List.of("0001-real-chats-org"));
    }

    @AfterEach
    void closeLedger() {
        kept.close();
    }

    @Test
    void whatComesNextAndWhatWasMadeIsOnTheFirstPage() {
        kept.gap(run.id(), "0001-real-chats-org", new Gap(FailureKind.DENIED, "the token " + TOKEN + " is none", 1));
        kept.move(run.id(), Run.State.DONE_WITH_GAPS);

        assertThat(get("/").status()).isEqualTo(200);
        assertThat(get("/").body())
                .isEqualTo(get("/status").body())
                .contains("at 07:30", "2020-11-03T07:30:00+02:00", "in 23 h 30 min, Europe/Helsinki", "Acme Oy")
                .contains("done with gaps", "1 of 1 request is a gap", "denied: the token *** is none")
                .contains("/runs/" + run.id());
        assertThat(get("/runs/" + run.id()).body())
                .contains("gap: denied", "the token *** is none", "Next: check the token")
                .doesNotContain(TOKEN);
    }

    @Test
    void whatWasKeptBackIsNotDoneAnywhere() {
        kept.note(run.id(), "not sent: every target is met");
        kept.move(run.id(), Run.State.DONE);

        assertThat(get("/").body())
                .contains(">not sent<", "every target is met")
                .doesNotContain(">done<");
    }

    @Test
    void whatIsNotUsedAsItIsWrittenIsOnTheFirstPage() {
        assertThat(get("/").body()).doesNotContain("class=\"notice");

        doubt = Optional.of("reports.yaml changed at 07:00 & is not used yet. Next: kill -HUP 1");

        assertThat(get("/").body())
                .contains("<b>reports.yaml changed at 07:00 &amp; is not used yet.</b><p>Next: kill -HUP 1</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:9876", "localhost", "localhost:1", "[::1]:9876"})
    void thisMachineIsAnswered(String host) {
        assertThat(status.answer(new StatusRequest("GET", host, "/")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:9876", "127.0.0.1:x"})
    void nobodyElseIs(String host) {
        StatusAnswer answer = status.answer(new StatusRequest("GET", host, "/"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("daily");
    }

    @Test
    void whomItWasAskedIsInAHeaderOrInTheAddress() {
        assertThat(asked(Map.of("Host", "evil.example", Exchange.HTTP_URL, "http://localhost/")))
                .isEqualTo("evil.example");
        assertThat(asked(Map.of(Exchange.HTTP_URL, "http://localhost:9876/runs?x=http://y/")))
                .isEqualTo("localhost:9876");
        assertThat(asked(Map.of(Exchange.HTTP_URL, "/runs"))).isEqualTo("/runs");
        assertThat(asked(Map.of())).isEmpty();
    }

    private static String asked(Map<String, Object> headers) {
        return StatusRequest.of(headers).host();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", ""})
    void nothingCanBeChanged(String method) {
        StatusAnswer answer = status.answer(new StatusRequest(method, "localhost", "/"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "GET, HEAD");
    }

    @Test
    void aBrowserMayDoNothingButShowIt() {
        for (String path : List.of("/", "/runs/" + run.id(), "/nothing")) {
            assertThat(get(path).headers())
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("X-Frame-Options", "DENY")
                    .containsEntry("Referrer-Policy", "no-referrer")
                    .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                    .containsEntry("Cache-Control", "no-store")
                    .containsEntry(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        }
    }

    @Test
    void aPageThatWasMadeIsShown() throws Exception {
        Path page = artifact("out.html", "<p>figures</p>");
        seal(page);

        StatusAnswer answer = get("/runs/%s/pages/out/1".formatted(run.id()));

        assertThat(answer.body()).isEqualTo("<p>figures</p>");
        assertThat(answer.headers().get("Content-Security-Policy").toString()).endsWith("; img-src data:; sandbox");
        assertThat(get("/").body()).contains("/runs/%s/pages/out/1\"".formatted(run.id()));

        Files.delete(page);

        assertThat(get("/runs/%s/pages/out/1".formatted(run.id())).status()).isEqualTo(404);
    }

    @Test
    void aMailIsShownAsItsReadersSeeIt() throws Exception {
        seal(Files.copy(
                Path.of("src/test/resources/mails/logo.eml"), runFolder().resolve("out.eml")));

        StatusAnswer answer = get("/runs/%s/pages/out/1".formatted(run.id()));

        assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("src=\"data:image/png;base64,");
        assertThat(answer.body()).doesNotContain("cid:");
        assertThat(get("/").body()).contains("/runs/%s/pages/out/1\"".formatted(run.id()));
    }

    @Test
    void onlyPagesThatTheLedgerNamesAreShownAndOnlyFromTheFolderOfTheRuns() throws Exception {
        artifact("other.html", "secret");
        Path outside = Files.writeString(folder.resolve("outside.html"), "secret");
        seal(
                artifact("rows.csv", "secret"),
                outside,
                Files.createSymbolicLink(runFolder().resolve("l.html"), outside));

        for (String path : List.of("out/1", "out/2", "out/3", "out/4", "out/0", "other/1", "out/other.html")) {
            assertThat(get("/runs/%s/pages/%s".formatted(run.id(), path)))
                    .as(path)
                    .satisfies(answer -> assertThat(answer.status()).isEqualTo(404))
                    .satisfies(answer -> assertThat(answer.body()).doesNotContain("secret"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs/r0000000000000000",
                "/runs/..",
                "/runs/../../ledger.db",
                "/runs/%2e%2e%2fledger.db",
                "/runs/r0/pages/out/1",
                "/runs/",
                "//",
                "/runs/r0000000000000000/pages/../1",
                "/index.html",
                "/\u0000"
            })
    void elsewhereIsNothing(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @Test
    void aBrokenLedgerIsSaid() {
        kept.close();

        assertThat(get("/")).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).startsWith("the ledger ");
        });
        open();
    }

    @Test
    void howFarOffAStartIsTakesTwoUnits() {
        assertThat(List.of(0, 59, 60, 3599, 3600, 86_399, 86_400, 200_000))
                .extracting(seconds -> StatusPages.words(Duration.ofSeconds(seconds)))
                .containsExactly(
                        "now",
                        "in 59 s",
                        "in 1 min 0 s",
                        "in 59 min 59 s",
                        "in 1 h 0 min",
                        "in 23 h 59 min",
                        "in 1 d 0 h",
                        "in 2 d 7 h");
    }

    @Test
    void whatWentOutIsShownWhileItsGapsAreAskedAgain() throws Exception {
        kept.gap(run.id(), "0001-real-chats-org", new Gap(FailureKind.REJECTED, "no", 1));
        seal(artifact("out.html", "<p>figures</p>"));
        kept.note(kept.deliveries(run.id()).get(0).in(Delivery.State.CONFIRMED, "out/out.html"));
        kept.refill(run.id(), new SlowPhase(1, NOW, NOW.plusSeconds(300)));

        assertThat(get("/").body()).contains(">delivered<", "/runs/%s/pages/out/1\"".formatted(run.id()));
    }

    @Test
    void everyTeamThatGotNothingIsSaid() {
        kept.seal(run.id(), List.of());
        kept.note(run.id(), "the names of teams are missing");
        kept.note(run.id(), "not sent to the team Sales: nothing happened");
        kept.note(run.id(), "not sent to the team Care: nothing happened");
        kept.move(run.id(), Run.State.DONE);

        assertThat(get("/").body())
                .contains(">not sent<", "not sent to the team Sales", "not sent to the team Care")
                .doesNotContain("the names of teams");
    }

    @Test
    void ofSeveralTeamsEachIsNamedAndTheOneThatGotNothingSaysWhy() throws Exception {
        seal(artifact("sales.eml", "a"), artifact("care.eml", "b"));
        for (Delivery each : kept.deliveries(run.id())) {
            kept.note(
                    each.number() == 1
                            ? each.in(Delivery.State.CONFIRMED, "sent")
                            : each.in(Delivery.State.FAILED, "no such mailbox"));
        }
        kept.move(run.id(), Run.State.FAILED);

        assertThat(get("/").body())
                .contains(">1 of 2 delivered<", "<a href=\"/runs/%s#deliveries\">2 pages</a>".formatted(run.id()))
                .doesNotContain("/pages/out/");
        assertThat(get("/runs/" + run.id()).body())
                .contains("<b>sink out (Care): no such mailbox</b>")
                .contains("<bdi>out (Sales)</bdi>", "<bdi>out (Care)</bdi>")
                .contains("/runs/%s/pages/out/1\"".formatted(run.id()), "/runs/%s/pages/out/2\"".formatted(run.id()));
    }

    private StatusAnswer get(String path) {
        return status.answer(new StatusRequest("GET", "127.0.0.1:9876", path));
    }

    private Path runFolder() throws Exception {
        return Files.createDirectories(data().resolve("runs").resolve(run.id()));
    }

    private Path artifact(String name, String text) throws Exception {
        return Files.writeString(runFolder().resolve(name), text);
    }

    private void seal(Path... files) {
        kept.seal(run.id(), List.of());
        for (int number = 1; number <= files.length; number++) {
            Path file = files[number - 1];
            kept.note(Delivery.pending(
                            run.id(), "out", number, file.getFileName().toString(), new SealedFile(file, 1, 1))
                    .about(Optional.ofNullable(TEAMS.get(file.getFileName().toString()))));
        }
    }
}
