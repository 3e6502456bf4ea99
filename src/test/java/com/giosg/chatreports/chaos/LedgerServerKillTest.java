package com.giosg.chatreports.chaos;

import com.giosg.chatreports.ledger.PostgresForTests;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The same kills while the ledger is in PostgreSQL, and messages go to a broker. */
@Tag("chaos")
class LedgerServerKillTest {

    private static final int KILLS = Integer.getInteger("chaos.ledger-server-kills", 20);

    @TempDir
    private Path folder;

    @Test
    void whatFellDueArrivesThoughTheConnectionToTheLedgerDiesWithTheProcess(TestReporter reporter) throws Exception {
        new KillTrial(KILLS, reporter)
                .withstand(Peers.withDatabase(folder, PostgresForTests.emptySchema(), KillTrial.EVERY));
    }
}
