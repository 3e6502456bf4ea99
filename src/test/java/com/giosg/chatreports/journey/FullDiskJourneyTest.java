package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.journey.Journey.Outcome;
import com.giosg.chatreports.route.SmallDisk;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A {@code run} whose data folder has hardly any space left ends, says why, and delivers nothing that it could not note. */
@Timeout(120)
class FullDiskJourneyTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T12:00:00Z");

    /** From none to enough for all but a little: each run gets further than the one before. */
    private static final int MOST_PAGES = 48;

    private static final int PAGES_MORE = 6;

    @TempDir
    private Path folder;

    private Simulator simulator;

    @BeforeEach
    void simulate() throws IOException {
        simulator = Simulator.start(SimulatorSettings.defaults());
    }

    @AfterEach
    void end() {
        simulator.close();
    }

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

    private Path archived() {
        return folder.resolve("archive/daily-acme-2026-11-01.csv");
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("archive"))) {
            return files.filter(file -> !file.equals(archived())).toList();
        }
    }

    private Outcome run() throws IOException {
        return new Journey(folder, Map.of("TOKEN", Organizations.ACME.token()), InstantSource.fixed(MONDAY))
                .run("""
                api: { url: "%s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %s } }
                reports:
                  daily: { time-zone: Europe/Helsinki, window: yesterday, metrics: real-chats, scopes: [org], sinks: archive }
                sinks:
                  archive: { type: file, directory: "%s" }
                """.formatted(simulator.url(), Organizations.ACME.id(), folder.resolve("archive")), "daily");
    }
}
