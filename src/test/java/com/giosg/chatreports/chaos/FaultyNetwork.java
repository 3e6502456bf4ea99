package com.giosg.chatreports.chaos;

import com.giosg.chatreports.journey.NetworkPeer;
import com.giosg.chatreports.network.FaultyLink;
import com.giosg.chatreports.network.NetworkFault;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** A link to each peer, on which one thing after the other goes wrong. */
final class FaultyNetwork implements Network {

    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final Duration WHOLE = Duration.ofSeconds(3);

    private final Map<NetworkPeer, FaultyLink> links = new EnumMap<>(NetworkPeer.class);

    @Override
    public int way(NetworkPeer peer, int port) throws IOException {
        FaultyLink link = new FaultyLink(port);
        links.put(peer, link);
        return link.port();
    }

    /** So that silence does not last as long as it may. */
    @Override
    public String timeOuts(NetworkPeer peer) {
        return ", " + peer.timeOuts(SILENCE, WHOLE);
    }

    /** The next connection to the peer has the fault, and none that stands already is used instead of it. */
    void strike(NetworkPeer peer, NetworkFault fault) {
        links.get(peer).begin(fault, peer.spot(fault), 1);
        links.get(peer).cut();
    }

    /** Whether all have struck. */
    boolean isOver() {
        return links.values().stream().allMatch(link -> link.faultsLeft() == 0);
    }

    /** A slow connection is not used on and on. */
    void mend() {
        links.values().forEach(FaultyLink::cut);
    }

    @Override
    public String toString() {
        return links.toString();
    }

    @Override
    public void close() throws IOException {
        for (FaultyLink link : links.values()) {
            link.close();
        }
    }
}
