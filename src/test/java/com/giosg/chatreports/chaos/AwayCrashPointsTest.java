package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.route.SmallDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The application killed between two states of the ledger where each kind of sink is out of order, for a reason that may pass. */
@Tag("chaos")
class AwayCrashPointsTest {

    private static final Duration EVERY = Duration.ofSeconds(10);

    /** Room for all files at a time, which are small. */
    private static final String SIZE = "1m";

    @TempDir
    private Path folder;

    private final List<SmallDisk> disks = new ArrayList<>();

    @AfterEach
    void takeThemAway() throws IOException {
        for (SmallDisk disk : disks) {
            disk.close();
        }
    }

    @Test
    void whatWaitsForItsNextTryArrivesWhereverTheProcessDies(TestReporter reporter) throws Exception {
        try (Trial trial = new Trial(Peers.own(folder, EVERY))) {
            for (Path finished : trial.peers.finished()) {
                disks.add(SmallDisk.at(finished, SIZE));
            }
            trial.firstLife();
            trial.catchUp();
            allAway().befall(trial);
            mend(trial);
            Checker checker = trial.lastLifeWithRetry();

            reporter.publishEntry("crashes", Integer.toString(trial.crashes()));
            reporter.publishEntry(checker.check(trial.reader));
            assertThat(checker.repeatedMails()).isLessThanOrEqualTo(trial.crashes());
        }
    }

    /** Files find no space; the inbox wants to be left alone for longer than it would be tried again at once. */
    private Trouble allAway() {
        return new Trouble(
                "status=503,retry-after=300,path=/inbox",
                Peers.WANTED,
                peers -> {
                    for (SmallDisk disk : disks) {
                        disk.fill(0);
                    }
                    peers.mails.refuse(451);
                },
                Stream.concat(Peers.SINKS.stream().map("note %s WAITING"::formatted), Stream.of("rest"))
                        .toList());
    }

    private void mend(Trial trial) throws IOException {
        for (SmallDisk disk : disks) {
            disk.free();
        }
        trial.mend();
    }
}
