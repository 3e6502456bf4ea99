package com.giosg.chatreports.chaos;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The application under {@code kill -9} at random moments: while it starts, asks, seals, delivers and recovers. */
@Tag("chaos-short")
class KillTest {

    private static final int KILLS = Integer.getInteger("chaos.kills", 30);

    @TempDir
    private Path folder;

    @Test
    void whatFellDueArrivesThoughTheProcessIsKilledAgainAndAgain(TestReporter reporter) throws Exception {
        new KillTrial(KILLS, reporter).withstand(Peers.own(folder, KillTrial.EVERY));
    }
}
