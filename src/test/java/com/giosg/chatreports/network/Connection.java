package com.giosg.chatreports.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/**
 * Both ends of what a client takes for one connection to its server.
 *
 * @param client the end that the client speaks with
 * @param server the end that speaks with the server
 */
record Connection(Socket client, Socket server) {

    void close() throws IOException {
        client.close();
        server.close();
    }

    /** From the server to the client, as it is. */
    Way answer() {
        return new Way(server, client, 0, Way.Strike.NONE);
    }

    /** From the client to the server, as it is. */
    Way upload() {
        return new Way(client, server, 0, Way.Strike.NONE);
    }

    /** What is carried until its end leaves the other direction open; what breaks off breaks both. */
    void carry(Way way) {
        try {
            way.carry();
        } catch (IOException e) {
            closeQuietly();
        }
    }

    void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes it so that whoever still waits for something reads "reset", and what is under way is lost. */
    void reset() throws IOException {
        client.setSoLinger(true, 0);
        server.setSoLinger(true, 0);
        close();
    }
}
