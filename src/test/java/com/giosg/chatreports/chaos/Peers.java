package com.giosg.chatreports.chaos;

import com.giosg.chatreports.journey.NetworkPeer;
import com.giosg.chatreports.route.BrokerServer;
import com.giosg.chatreports.route.MailServer;
import com.giosg.chatreports.route.PostfixServer;
import com.giosg.chatreports.route.SftpServer;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.tls.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everybody whom the application speaks with, on this machine: the API, a receiver for each kind of sink, the ledger's database. */
final class Peers implements AutoCloseable {

    static final List<String> REPORTS = List.of("first", "second");
    static final List<String> SINKS = List.of("archive", "drop", "inbox", "leads", "bus");

    /** What a report wants besides, where the trial does not say: nothing of what was missed is passed over. */
    static final String WANTED = "catch-up: all";

    /** One sink more, where there is a broker. */
    static final String QUEUE = "queue";

    /** None is forgotten, however long the trial takes. */
    private static final int MOST_MESSAGES = 100_000;

    private static final int LARGEST_MAIL = 20_000_000;

    private final Path folder;
    private final Duration every;
    private final TestCertificates certificates;
    private final Network network;
    private final int apiPort;
    private final int inboxPort;
    private final Home home;
    private final LedgerLines ledger;
    private final String ledgerSettings;
    private String wanted = WANTED;
    private boolean keeping;
    final Simulator simulator = Simulator.start(SimulatorSettings.defaults().withInboxLimit(MOST_MESSAGES));
    final MailReceiver mails;
    final DropReceiver drops;
    final Optional<BrokerServer> broker;

    private Peers(
            Path folder,
            Duration every,
            TestCertificates certificates,
            Network network,
            MailReceiver mails,
            DropReceiver drops,
            Optional<BrokerServer> broker,
            Optional<String> database)
            throws IOException {
        this.folder = folder;
        this.every = every;
        this.certificates = certificates;
        this.network = network;
        this.apiPort = network.way(NetworkPeer.API, simulator.url().getPort());
        this.inboxPort = network.way(NetworkPeer.HTTP, simulator.url().getPort());
        this.mails = mails;
        this.drops = drops;
        this.broker = broker;
        this.home = broker.isPresent()
                ? Home.withBroker(folder.resolve("home"), broker.get().camelProperties())
                : Home.built();
        this.ledger = database.map(LedgerLines::new).orElse(LedgerLines.in(data()));
        this.ledgerSettings = database.map("ledger: { url: \"%s\" }"::formatted).orElse("");
    }

    /**
     * All of them in the process of the test.
     *
     * @param every from one due instant of a report to its next one
     */
    static Peers own(Path folder, Duration every) throws IOException, GeneralSecurityException {
        return behind(Network.NONE, folder, every);
    }

    /** The same, with a network between them and the application. */
    static Peers behind(Network network, Path folder, Duration every) throws IOException, GeneralSecurityException {
        TestCertificates certificates = certificates(folder);
        return new Peers(
                folder,
                every,
                certificates,
                network,
                ownMails(certificates, network),
                OwnDrops.in(folder.resolve("partner"), network),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Debian's servers for mails and drops, and a broker.
     *
     * @param postfix a folder that others may enter
     */
    static Peers debian(Path folder, Path postfix, Duration every)
            throws IOException, GeneralSecurityException, InterruptedException {
        TestCertificates certificates = certificates(folder);
        return new Peers(
                folder,
                every,
                certificates,
                Network.NONE,
                new PostfixMails(new PostfixServer(postfix).start(certificates, LARGEST_MAIL)),
                OpenSshDrops.in(folder.resolve("partner")),
                Optional.of(new BrokerServer(folder).start()),
                Optional.empty());
    }

    /**
     * The ledger in a database, and a broker.
     *
     * @param database where nothing is yet
     */
    static Peers withDatabase(Path folder, String database, Duration every)
            throws IOException, GeneralSecurityException {
        TestCertificates certificates = certificates(folder);
        return new Peers(
                folder,
                every,
                certificates,
                Network.NONE,
                ownMails(certificates, Network.NONE),
                OwnDrops.in(folder.resolve("partner"), Network.NONE),
                Optional.of(new BrokerServer(folder).start()),
                Optional.of(database));
    }

    private static TestCertificates certificates(Path folder) throws IOException, GeneralSecurityException {
        return TestCertificates.in(Files.createDirectories(folder.resolve("keys")));
    }

    private static MailReceiver ownMails(TestCertificates certificates, Network network)
            throws IOException, GeneralSecurityException {
        MailServer server = MailServer.withStartTls(certificates.valid());
        return new OwnMails(server, network.way(NetworkPeer.SMTP, server.port()));
    }

    /** Of the application's configuration and what it says. */
    Path folder() {
        return folder;
    }

    /** The application's data folder. */
    Path data() {
        return folder.resolve("data");
    }

    Home home() {
        return home;
    }

    LedgerLines ledger() {
        return ledger;
    }

    Duration every() {
        return every;
    }

    /** All that each report goes to. */
    List<String> sinks() {
        return Stream.concat(SINKS.stream(), broker.stream().map(any -> QUEUE)).toList();
    }

    /** From the next life on reports want this besides. */
    void want(String settings) {
        wanted = settings;
    }

    /** From the next life on a file in its place is not replaced by another one. */
    void keepFiles() {
        keeping = true;
    }

    /** From the next life on one that is replaced is replaced, as ever. */
    void replaceFiles() {
        keeping = false;
    }

    /** From now on each answer has so many rows, so that the artifacts of two runs are seldom the same. */
    void answerWith(int rows) {
        simulator.faults().clear();
        simulator.faults().add(Fault.parse("path=chat_sessions,subjects=25,rows=" + rows));
    }

    /** The folders in which only finished files may be seen. */
    List<Path> finished() {
        return List.of(archive(), drops.folder(), bus());
    }

    Path archive() {
        return folder.resolve("archive");
    }

    Path bus() {
        return folder.resolve("bus");
    }

    Map<String, String> environment() {
        return Map.of(
                "TOKEN", Organizations.ACME.token(),
                "INBOX", SimulatorSettings.INBOX_TOKEN,
                "SFTP", SftpServer.PASSWORD,
                "SMTP", MailServer.PASSWORD);
    }

    /** For the JVM of the application. */
    List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + certificates.trustStore(),
                "-Djavax.net.ssl.trustStorePassword=" + TestCertificates.PASSWORD);
    }

    String configuration() {
        return new ConfigurationText(this, network, apiPort, inboxPort, ledgerSettings).text(wanted, keeping);
    }

    @Override
    public void close() throws IOException {
        network.close();
        broker.ifPresent(BrokerServer::close);
        drops.close();
        mails.close();
        simulator.close();
    }
}
