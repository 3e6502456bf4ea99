package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.journey.Journey.Outcome;
import com.giosg.chatreports.route.SmallDisk;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A {@code run} whose data folder has hardly any space left ends, says why, and delivers nothing that it could not note; a {@code start} waits, and says
 * so.
 */
@Timeout(120)
class FullDiskJourneyTest extends SimulatedJourney {

    private static final Instant MONDAY = Instant.parse("2026-11-02T12:00:00Z");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** From none to enough for all but a little: each run gets further than the one before. */
    private static final int MOST_PAGES = 48;

    private static final int PAGES_MORE = 6;

    @Test
    void endsWithWordsWhereverTheSpaceEnds() throws Exception {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("data"), "8m")) {
            assertThat(run().exitCode()).isZero();
            for (int pages = 0; pages < MOST_PAGES; pages += PAGES_MORE) {
                Files.delete(archived());
                disk.fill(pages * 4096L);

                Outcome outcome = run();

                assertThat(outcome.exitCode()).as(outcome.err()).isBetween(0, 4);
                assertThat(outcome.err()).doesNotContain("\tat ");
                if (outcome.exitCode() != 0) {
                    assertThat(outcome.err()).contains(" space").contains("Next: ");
                }
                disk.free();
                assertThat(run().exitCode()).as("once there is space again").isZero();
            }
            assertThat(unfinished()).isEmpty();
        }
    }

    @Test
    void whileNothingCanBeKeptStartSaysSoToWhoeverAsks() throws Exception {
        ManagementPort port = ManagementPort.free();
        try (SmallDisk disk = SmallDisk.at(folder.resolve("data"), "8m");
                StartedProcess start = StartedProcess.of(
                        folder, configuration("every: 1s, ") + port.section(), ENVIRONMENT, List.of())) {
            await().atMost(PATIENCE).until(() -> isMade(start));
            assertThat(port.response("GET", "/observe/health/ready").statusCode())
                    .isEqualTo(200);

            disk.fill(0);
            await().atMost(PATIENCE).until(() -> port.page().contains("<b>No run goes on: "));
            assertThat(port.response("GET", "/observe/health/ready")).satisfies(health -> {
                assertThat(health.statusCode()).isEqualTo(503);
                assertThat(health.body()).contains("\"storage\"", "No run goes on: ", "Next: check the ");
            });
            assertThat(port.response("GET", "/observe/health/live").statusCode())
                    .as("a new start would find the same")
                    .isEqualTo(200);
            assertThat(port.metrics()).contains("chat_reports_storage_available 0.0");

            disk.free();
            await().atMost(PATIENCE).until(() -> !port.page().contains("No run goes on"));
            assertThat(port.response("GET", "/observe/health/ready").statusCode())
                    .isEqualTo(200);
            assertThat(port.metrics()).contains("chat_reports_storage_available 1.0");
        }
    }

    private static boolean isMade(StartedProcess start) throws IOException {
        return start.out().stream().anyMatch(line -> line.contains("delivered: 1 of 1"));
    }

    private Path archived() {
        return folder.resolve("archive/daily-acme-2026-11-01.csv");
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("archive"))) {
            return files.filter(file -> !file.equals(archived())).toList();
        }
    }

    private Outcome run() throws IOException {
        return journey(MONDAY).run(configuration(""), "daily");
    }

    private String configuration(String schedule) {
        return """
                api: { url: "%s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %s } }
                reports:
                  daily: { %stime-zone: Europe/Helsinki, window: yesterday, metrics: real-chats, scopes: [org], sinks: archive }
                sinks:
                  archive: { type: file, directory: "%s" }
                """.formatted(simulator.url(), Organizations.ACME.id(), schedule, folder.resolve("archive"));
    }
}
