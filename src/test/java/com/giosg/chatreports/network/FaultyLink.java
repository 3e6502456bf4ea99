package com.giosg.chatreports.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port on this machine that leads to a server on this machine. Each connection that is made while faults are left has
 * the fault, later ones have none.
 */
public final class FaultyLink implements AutoCloseable {

    /** For as long as nobody mends it. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final NetworkFault fault;
    private final Spot spot;
    private final AtomicInteger faultsLeft;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Connection> open = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * Opens the port.
     *
     * @param server the port that it leads to
     * @param faults how many connections have the fault
     */
    public FaultyLink(int server, NetworkFault fault, Spot spot, int faults) throws IOException {
        this.server = server;
        this.fault = fault;
        this.spot = spot;
        this.faultsLeft = new AtomicInteger(faults);
        threads.execute(this::listen);
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
        faultsLeft.set(0);
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
        boolean faulty = faultsLeft.getAndUpdate(left -> left == ALWAYS ? left : Math.max(0, left - 1)) > 0;
        if (faulty && fault == NetworkFault.REFUSED) {
            client.close();
            return;
        }
        Connection connection = new Connection(client, new Socket(InetAddress.getLoopbackAddress(), server));
        open.add(connection);
        if (!faulty) {
            carry(connection, connection.answer(), connection.upload());
        } else if (fault != NetworkFault.SILENCE) {
            Strikes strikes = new Strikes(connection, fault, spot);
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
