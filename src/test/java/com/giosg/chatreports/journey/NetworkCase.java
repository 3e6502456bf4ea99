package com.giosg.chatreports.journey;

import com.giosg.chatreports.network.NetworkFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What comes of one fault on the way to one peer, for as long as the fault lasts: a line of a table.
 *
 * @param connections how many are tried
 * @param said what the operator reads of it; empty: the report arrives all the same
 */
record NetworkCase(NetworkPeer peer, NetworkFault fault, int connections, String said) {

    private static final Path CASES = Path.of("src/test/resources/failures/network.txt");

    static Stream<NetworkCase> all() throws IOException {
        return Files.readAllLines(CASES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(NetworkCase::of);
    }

    private static NetworkCase of(String line) {
        List<String> cells = Stream.of(line.split("\\|", 4)).map(String::strip).toList();
        return new NetworkCase(
                NetworkPeer.valueOf(cells.get(0)),
                NetworkFault.valueOf(cells.get(1)),
                Integer.parseInt(cells.get(2)),
                cells.get(3));
    }

    boolean arrives() {
        return said.isEmpty();
    }

    /** Whether it is tried again within seconds. */
    boolean isTriedAgain() {
        return connections > 1;
    }

    int exitCode() {
        if (arrives()) {
            return 0;
        }
        return peer == NetworkPeer.API ? 3 : 4;
    }

    @Override
    public String toString() {
        return peer + " " + fault;
    }
}
