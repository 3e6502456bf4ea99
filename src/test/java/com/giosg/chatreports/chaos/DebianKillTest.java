package com.giosg.chatreports.chaos;

import com.giosg.chatreports.route.OpenSshServer;
import com.giosg.chatreports.route.PostfixServer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The same kills while drops go to Debian's OpenSSH, mails to its Postfix, and messages to a broker. */
@Tag("chaos")
class DebianKillTest {

    private static final int KILLS = Integer.getInteger("chaos.debian-kills", 20);

    @TempDir
    private Path folder;

    @TempDir
    private Path postfix;

    @BeforeAll
    static void needsTheServers() {
        OpenSshServer.assumeInstalled();
        PostfixServer.assumeInstalled();
    }

    @Test
    void whatFellDueArrivesAtTheServersThatPartnersRun(TestReporter reporter) throws Exception {
        new KillTrial(KILLS, reporter).withstand(Peers.debian(folder, postfix, KillTrial.EVERY));
    }
}
