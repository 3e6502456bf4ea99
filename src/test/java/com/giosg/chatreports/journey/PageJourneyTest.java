package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A report as a page, from the command line to the file. The approved page is in {@code src/test/resources/pages}; after a
 * change that is meant, {@code mvn -q test -Dtest=PageJourneyTest -Dregenerate} writes it anew.
 */
class PageJourneyTest {

    private static final boolean WRITE = System.getProperty("regenerate") != null;
    private static final Path APPROVED = Path.of("src/test/resources/pages/weekly.html");
    private static final Organization ACME = Organizations.ACME;

    @TempDir
    private Path folder;

    @Test
    void thePageOfTheSimulatedWeekIsTheApprovedOne() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            Journey.Outcome outcome = run(simulator);
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        }

        Path page = folder.resolve("out").resolve("weekly-acme-2026-10-26_2026-11-01.html");
        if (WRITE) {
            Files.createDirectories(APPROVED.getParent());
            Files.copy(page, APPROVED, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(Files.readString(page))
                .as("%s; write it anew with: mvn -q test -Dtest=PageJourneyTest -Dregenerate", APPROVED)
                .isEqualTo(Files.readString(APPROVED));
    }

    /** On Monday morning, when the sales of Sunday can still change. */
    private Journey.Outcome run(Simulator simulator) throws Exception {
        Journey journey =
                new Journey(folder, Map.of("TOKEN", ACME.token()), () -> Instant.parse("2026-11-02T05:30:00Z"));
        return journey.run("""
                api: { url: "%s", directory-url: "%s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %s, name: Acme Oy } }
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
                    sinks: page
                sinks:
                  page: { type: file, directory: "%s", format: html }
                """.formatted(simulator.url(), simulator.url(), ACME.id(), folder.resolve("out")), "weekly");
    }
}
