package com.giosg.chatreports.route;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An SFTP server whose disk fills up. What it notes are passwords, one per connection, and renames to a final name.
 *
 * @param folder of its keys, and of what it takes
 */
record DropReceiver(SftpServer server, Path folder) implements Receiver {

    static DropReceiver in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("root/incoming"));
        return new DropReceiver(new SftpServer(folder.resolve("root")).start(), folder);
    }

    @Override
    public String sink() throws IOException {
        Path knownHosts = Files.writeString(folder.resolve("known_hosts"), server.knownHosts());
        return ("{ type: sftp, host: 127.0.0.1, port: %d, username: %s, password: \"{{env:SFTP_PASSWORD}}\","
                        + " known-hosts-file: \"%s\", directory: /incoming }")
                .formatted(server.port(), SftpServer.USER, knownHosts);
    }

    @Override
    public void goAway() {
        server.refusals.put("/bytes", new FileSystemException("report", null, "No space left on device"));
    }

    @Override
    public void comeBack() {
        server.refusals.clear();
    }

    @Override
    public int tries() {
        return server.passwords.size();
    }

    @Override
    public int taken() {
        return (int) server.changes.stream()
                .filter(change -> change.startsWith("rename"))
                .count();
    }

    @Override
    public void close() {
        server.close();
    }
}
