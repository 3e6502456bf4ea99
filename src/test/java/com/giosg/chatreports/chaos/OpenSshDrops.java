package com.giosg.chatreports.chaos;

import com.giosg.chatreports.route.OpenSshServer;
import com.giosg.chatreports.route.SftpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Debian's OpenSSH, which writes where its user may. */
record OpenSshDrops(OpenSshServer server, Path folder) implements DropReceiver {

    static OpenSshDrops in(Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("incoming"));
        return new OpenSshDrops(new OpenSshServer(parent).start(SftpServer.PASSWORD), folder);
    }

    @Override
    public String way() {
        return ("host: 127.0.0.1, port: %d, username: %s, private-key-file: \"%s\", passphrase: \"{{env:SFTP}}\", "
                        + "known-hosts-file: \"%s\", directory: \"%s\"")
                .formatted(server.port(), OpenSshServer.user(), server.privateKey(), server.knownHosts(), folder);
    }

    @Override
    public void close() {
        server.close();
    }
}
