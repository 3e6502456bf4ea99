package com.giosg.chatreports.chaos;

import com.giosg.chatreports.route.SftpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An SFTP server in the process of the test.
 *
 * @param folder where the files lie, which users know as {@code /incoming}
 */
record OwnDrops(SftpServer server, Path folder, Path knownHosts) implements DropReceiver {

    static OwnDrops in(Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("incoming"));
        SftpServer server = new SftpServer(parent).start();
        return new OwnDrops(server, folder, Files.writeString(parent.resolve("known_hosts"), server.knownHosts()));
    }

    @Override
    public String way() {
        return "host: 127.0.0.1, port: %d, username: acme, password: \"{{env:SFTP}}\", known-hosts-file: \"%s\", directory: /incoming"
                .formatted(server.port(), knownHosts);
    }

    @Override
    public void close() {
        server.close();
    }
}
