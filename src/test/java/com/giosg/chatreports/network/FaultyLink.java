package com.giosg.chatreports.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A port on this machine that leads to a server on this machine. Each connection that is made while faults are left has
 * the fault, later ones have none.
 */
public final class FaultyLink implements AutoCloseable {

    /** For as long as nobody mends it. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final AtomicReference<Trouble> trouble =
            new AtomicReference<>(new Trouble(NetworkFault.REFUSED, new Spot(0, 0, Duration.ZERO), 0));
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Connection> open = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What the next connections have; of one that always has it as many as before are left. */
    private record Trouble(NetworkFault fault, Spot spot, int left) {

        Trouble afterOneMore() {
            return left == ALWAYS || left == 0 ? this : new Trouble(fault, spot, left - 1);
        }
    }

    /**
     * Opens the port; nothing is wrong yet.
     *
     * @param server the port that it leads to
     */
    public FaultyLink(int server) throws IOException {
        this.server = server;
        threads.execute(this::listen);
    }

    /**
     * Begins a fault.
     *
     * @param connections how many of the next ones have it
     */
    public void begin(NetworkFault fault, Spot spot, int connections) {
        trouble.set(new Trouble(fault, spot, connections));
    }

    /** Closes whatever stands. */
    public void cut() {
        open.forEach(Connection::closeQuietly);
        open.clear();
    }

    /** How many more connections have the fault. */
    public int faultsLeft() {
        return trouble.get().left();
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How many were made so far. */
    public int connections() {
        return connections.get();
    }

    /** From now on there are no faults on new connections. */
    public void mend() {
        trouble.updateAndGet(any -> new Trouble(any.fault(), any.spot(), 0));
    }

    @Override
    public String toString() {
        return trouble.get().toString();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                begin(listener.accept());
            } catch (IOException e) {
                // Closed, or the server is gone: the client sees it as well.
            }
        }
    }

    @SuppressWarnings("resource") // Kept in the list, and closed with it.
    private void begin(Socket client) throws IOException {
        connections.incrementAndGet();
        Trouble now = trouble.getAndUpdate(Trouble::afterOneMore);
        boolean faulty = now.left() > 0;
        if (faulty && now.fault() == NetworkFault.REFUSED) {
            client.close();
            return;
        }
        Connection connection = new Connection(client, new Socket(InetAddress.getLoopbackAddress(), server));
        open.add(connection);
        if (!faulty) {
            carry(connection, connection.answer(), connection.upload());
        } else if (now.fault() != NetworkFault.SILENCE) {
            Strikes strikes = new Strikes(connection, now.fault(), now.spot());
            carry(connection, strikes.answer(), strikes.upload());
        }
    }

    private void carry(Connection connection, Way answer, Way upload) {
        threads.execute(() -> connection.carry(answer));
        threads.execute(() -> connection.carry(upload));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        open.forEach(Connection::closeQuietly);
        threads.shutdownNow();
    }
}
