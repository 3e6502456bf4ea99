package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The routes from the planned run to its receipts. */
class RunReportTest extends RouteTestSupport {

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats,"
                + " sinks: [blocked, wide, by-window, people] }";
    }

    @Override
    String sinks() {
        return """
            blocked: { type: file, directory: "%1$s/blocked" }
              wide: { type: file, directory: "%1$s/wide", layout: wide }
              by-window: { type: file, directory: "%1$s/kept/of-{organization}/{window}/{format}", file-name: "rows.{format}" }
              people: { type: email, to: leads@example.com, from: reports@example.com, attach: [csv], outbox: "%1$s/people" }""".formatted(folder);
    }

    @Test
    void aSinkThatFailsStopsNoOther() throws IOException {
        Files.writeString(folder.resolve("blocked"), "not a folder");
        api.answers(FIGURES);

        Run run = serve();

        Map<String, Delivery> deliveries = deliveries(run);
        assertThat(deliveries.get("blocked").state()).isEqualTo(Delivery.State.FAILED);
        assertThat(deliveries.get("blocked").detail()).isEqualTo(folder.resolve("blocked") + " is not a folder");
        assertThat(deliveries.get("wide").state()).isEqualTo(Delivery.State.CONFIRMED);
        assertThat(Path.of(deliveries.get("wide").detail()))
                .hasParent(folder.resolve("wide"))
                .isRegularFile();
        assertThat(run.state()).isEqualTo(Run.State.FAILED);
    }

    @Test
    void aDirectoryCanDependOnTheArtifact() {
        api.answers(FIGURES);

        Run run = serve();

        Delivery delivery = deliveries(run).get("by-window");
        assertThat(delivery.fileName()).isEqualTo("of-acme/2020-10-29_2020-10-30/csv/rows.csv");
        assertThat(folder.resolve("kept").resolve(delivery.fileName())).isRegularFile();
        assertThat(delivery.detail())
                .isEqualTo(folder.resolve("kept").resolve(delivery.fileName()).toString());
        assertThat(run.state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void whatAProcessLeftThatDiedWhileItWroteAnAttachmentIsNotInTheWay() throws IOException {
        Path left = data().resolve("runs/" + plannedRun().id() + "/artifacts/people/attachments");
        Files.writeString(Files.createDirectories(left).resolve("daily.csv.1.tmp"), "time,");
        api.answers(FIGURES);

        Run run = serve();

        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(deliveries(run).get("people").state()).isEqualTo(Delivery.State.CONFIRMED);
        assertThat(left).doesNotExist();
    }

    @Test
    void nothingGoesToReadersWhereEveryRequestFailed() {
        api.answers(status(401, Map.of(), ""));

        Run run = serve();

        assertThat(ledger.deliveries(run.id())).isEmpty();
        assertThat(folder.resolve("wide")).doesNotExist();
        assertThat(run.state()).isEqualTo(Run.State.FAILED);
    }

    @Test
    void aRunThatNobodyPlannedIsRefusedAndTheNextOneServed() {
        api.answers(FIGURES);

        template.sendBody("{{runs.endpoint}}", "r0000000000000000");

        assertThat(serve().state()).isEqualTo(Run.State.DONE);
    }

    private Run serve() {
        Run run = plannedRun();
        template.sendBodyAndHeader("{{runs.endpoint}}", run.id(), "CamelFileName", "../hostile");
        await().until(() -> ledger.run(run.id()).orElseThrow().state().isFinal());
        return ledger.run(run.id()).orElseThrow();
    }

    private Map<String, Delivery> deliveries(Run run) {
        return ledger.deliveries(run.id()).stream().collect(Collectors.toMap(Delivery::sink, Function.identity()));
    }
}
