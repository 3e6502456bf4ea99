package com.giosg.chatreports.chaos;

import com.giosg.chatreports.journey.NetworkPeer;
import com.giosg.chatreports.route.SftpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An SFTP server in the process of the test.
 *
 * @param port where the application finds it
 * @param folder where the files lie, which users know as {@code /incoming}
 */
record OwnDrops(SftpServer server, int port, Path folder, Path knownHosts) implements DropReceiver {

    static OwnDrops in(Path parent, Network network) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("incoming"));
        SftpServer server = new SftpServer(parent).start();
        int port = network.way(NetworkPeer.SFTP, server.port());
        String known = server.knownHosts().replace("]:%d ".formatted(server.port()), "]:%d ".formatted(port));
        return new OwnDrops(server, port, folder, Files.writeString(parent.resolve("known_hosts"), known));
    }

    @Override
    public String way() {
        return "host: 127.0.0.1, port: %d, username: acme, password: \"{{env:SFTP}}\", known-hosts-file: \"%s\", directory: /incoming"
                .formatted(port, knownHosts);
    }

    @Override
    public void close() {
        server.close();
    }
}
