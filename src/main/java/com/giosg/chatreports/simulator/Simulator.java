package com.giosg.chatreports.simulator;

import com.giosg.chatreports.simulator.fault.Faults;
import com.giosg.chatreports.simulator.http.Api;
import com.giosg.chatreports.simulator.http.FrontDesk;
import com.giosg.chatreports.simulator.http.Inbox;
import com.giosg.chatreports.simulator.http.Journal;
import com.giosg.chatreports.simulator.http.Pauses;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.simulator.world.World;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for both of Giosg's hosts, api.giosg.com and service.giosg.com, on the loopback address. It keeps no
 * process alive: all of its threads are daemons.
 */
public final class Simulator implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** Without it the JDK's server holds every answer back for 40 ms (Nagle's algorithm against delayed ACKs). */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final World world;
    private final Journal journal;
    private final Faults faults;
    private final Inbox inbox;
    private final Pauses pauses = new Pauses();
    private final ExecutorService threads;
    private final HttpServer server;

    private Simulator(SimulatorSettings settings) throws IOException {
        this.world = new World(settings.seed(), settings.clock(), Organizations.all());
        this.journal = new Journal(settings.clock(), settings.journalLimit());
        this.faults = new Faults(settings.faults());
        this.inbox = new Inbox(settings.inboxToken(), settings.inboxLimit());
        this.threads = Executors.newFixedThreadPool(settings.threads(), Simulator::daemon);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), settings.port()), 0);
        server.setExecutor(threads);
        Api api = new Api(world, settings.assumptions(), url(), settings.pageSize(), inbox);
        server.createContext("/", new FrontDesk(api, faults, journal, pauses));
    }

    /**
     * Starts to listen.
     *
     * @throws IOException when the port cannot be had
     */
    public static Simulator start(SimulatorSettings settings) throws IOException {
        System.setProperty(NO_DELAY, "true");
        Simulator simulator = new Simulator(settings);
        simulator.listen();
        return simulator;
    }

    /** The server's own thread is a daemon only if a daemon starts it. */
    private void listen() {
        CompletableFuture.runAsync(server::start, threads).join();
    }

    /** What stands in for {@code https://api.giosg.com} and for {@code https://service.giosg.com}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public World world() {
        return world;
    }

    public Journal journal() {
        return journal;
    }

    /** What was posted to {@code /inbox/<name>}. */
    public Inbox inbox() {
        return inbox;
    }

    public Faults faults() {
        return faults;
    }

    /** Closes the port and all connections at once; answers being sent are cut off. */
    @Override
    public void close() {
        pauses.end();
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "simulator");
        thread.setDaemon(true);
        return thread;
    }
}
