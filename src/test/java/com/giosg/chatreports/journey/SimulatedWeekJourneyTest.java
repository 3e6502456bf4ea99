package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A week of the simulator's first seed as its readers get it, from the command line to the files. What is approved is in
 * {@code src/test/resources/simulated-week}; after a change that is meant,
 * {@code mvn -q test -Dtest=SimulatedWeekJourneyTest -Dregenerate} writes it anew.
 */
class SimulatedWeekJourneyTest {

    private static final boolean WRITE = System.getProperty("regenerate") != null;
    private static final Path APPROVED = Path.of("src/test/resources/simulated-week");
    private static final Organization ACME = Organizations.ACME;
    private static final String NAME = "weekly-acme-2026-10-26_2026-11-01.";

    /** Pictures and attachments, whose bytes are for machines: {@code MailFileTest} and others look into them. */
    private static final Pattern BASE64 = Pattern.compile(
            "(?s)(Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n)[A-Za-z0-9+/=\r\n]+(?=\r\n--)");

    @TempDir
    private Path folder;

    /** On Monday morning, when the sales of Sunday can still change. */
    @BeforeEach
    void run() throws Exception {
        Journey journey =
                new Journey(folder, Map.of("TOKEN", ACME.token()), () -> Instant.parse("2026-11-02T05:30:00Z"));
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            Journey.Outcome outcome =
                    journey.run("""
                    api: { url: "%1$s", directory-url: "%1$s", token: "{{env:TOKEN}}" }
                    organizations: { acme: { id: %2$s, name: Acme Oy } }
                    reports:
                      weekly:
                        title: Chats last week
                        window: last-week
                        time-zone: Europe/Helsinki
                        scopes: [org, team, user]
                        metrics: [real-chats, messages-in-real-chats, short-chats, sales-in-real-chats, average-response-wait-time]
                        compare: previous
                        targets:
                          real-chats: { min: 400 }
                          short-chats: { max: 10, change: -5%% }
                          average-response-wait-time: { max: 60 }
                        sinks: [page, book, mail]
                    sinks:
                      page: { type: file, directory: "%3$s", format: html }
                      book: { type: file, directory: "%3$s", format: xlsx }
                      mail: { type: email, to: lead@example.com, from: reports@example.com, attach: [xlsx, csv], outbox: "%3$s" }
                    """.formatted(simulator.url(), ACME.id(), folder.resolve("out")), "weekly");
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        }
    }

    @Test
    void thePage() throws Exception {
        isApproved("page.html", new String(made("html"), StandardCharsets.UTF_8));
    }

    @Test
    void theMailAndItsText() throws Exception {
        String mail = new String(made("eml"), StandardCharsets.UTF_8);

        isApproved("mail.eml", BASE64.matcher(mail).replaceAll("$1…"));
        isApproved("mail.txt", ReceivedMail.of(made("eml")).text());
    }

    @Test
    void theWorkbook() throws Exception {
        isApproved("workbook.txt", WorkbookText.of(made("xlsx")));
    }

    private byte[] made(String format) throws Exception {
        return Files.readAllBytes(folder.resolve("out").resolve(NAME + format));
    }

    private static void isApproved(String name, String text) throws Exception {
        Path approved = APPROVED.resolve(name);
        if (WRITE) {
            Files.writeString(approved, text);
        }
        assertThat(text)
                .as("%s; write it anew with: mvn -q test -Dtest=SimulatedWeekJourneyTest -Dregenerate", approved)
                .isEqualTo(Files.readString(approved));
    }
}
