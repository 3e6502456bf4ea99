package com.giosg.chatreports.chaos;

import com.giosg.chatreports.journey.NetworkPeer;
import java.io.IOException;

/** By which ports the application reaches its peers. */
interface Network extends AutoCloseable {

    /** Nothing lies between. */
    Network NONE = (peer, port) -> port;

    /**
     * Makes a way.
     *
     * @param port where the peer listens
     * @return where the application finds it
     */
    int way(NetworkPeer peer, int port) throws IOException;

    /** What the configuration of a peer says besides, with a comma before it. */
    default String timeOuts(NetworkPeer peer) {
        return "";
    }

    @Override
    default void close() throws IOException {}
}
