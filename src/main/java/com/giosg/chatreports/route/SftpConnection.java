package com.giosg.chatreports.route;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.SftpConfiguration;

/**
 * One connection to an SFTP server. It is tried once: Camel itself waits and tries again, and so does the library with
 * a password that was refused, which locks accounts.
 */
final class SftpConnection {

    private final SftpConfiguration configuration;
    private final Sessions sessions;
    private final SftpCauses causes;
    private Session session;
    private ChannelSftp channel;
    private volatile long lastSign;

    /** Makes a session with keys, known hosts and everything else that is configured. */
    interface Sessions {

        Session create(RemoteFileConfiguration configuration) throws JSchException;
    }

    SftpConnection(SftpConfiguration configuration, Sessions sessions) {
        this.configuration = configuration;
        this.sessions = sessions;
        this.causes = new SftpCauses(configuration, this::isSilent);
    }

    void open() {
        if (isOpen()) {
            return;
        }
        signOfLife();
        try {
            checkKey();
            session = sessions.create(configuration);
            session.setConfig("MaxAuthTries", "1");
            session.setConfig("PreferredAuthentications", authentications());
            session.connect(configuration.getConnectTimeout());
            signOfLife();
            channel = (ChannelSftp) session.openChannel("sftp");
            channel.connect(configuration.getSoTimeout());
            signOfLife();
            watch();
        } catch (JSchException e) {
            close();
            throw causes.of(e);
        }
    }

    private String authentications() {
        return causes.withKey() ? "publickey" : "password,keyboard-interactive";
    }

    /** The library goes on without a key that it cannot open, and blames the server. */
    private void checkKey() throws JSchException {
        if (!causes.withKey()) {
            return;
        }
        KeyPair key = KeyPair.load(new JSch(), configuration.getPrivateKeyFile());
        String passphrase = configuration.getPrivateKeyPassphrase();
        boolean given = passphrase != null && !passphrase.isEmpty();
        boolean open = !key.isEncrypted() || (given && key.decrypt(passphrase.getBytes(StandardCharsets.UTF_8)));
        key.dispose();
        if (!open) {
            throw causes.closedKey(given);
        }
    }

    boolean isOpen() {
        return session != null && session.isConnected() && channel != null && channel.isConnected();
    }

    void close() {
        if (channel != null) {
            channel.disconnect();
        }
        if (session != null) {
            session.disconnect();
        }
    }

    /** For one operation, which may take as long as the server shows signs of life. */
    ChannelSftp channel() {
        signOfLife();
        return channel;
    }

    void signOfLife() {
        lastSign = System.nanoTime();
    }

    /**
     * Cuts off a server that accepts questions and never answers. The library's own time-out is of no use there: it
     * asks whether the connection lives, which another part of the server confirms for ever.
     */
    private void watch() {
        long left = left();
        if (isOpen() && left <= 0) {
            session.disconnect();
        } else if (isOpen()) {
            CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS).execute(this::watch);
        }
    }

    private boolean isSilent() {
        return left() <= 0;
    }

    /** Nanoseconds for which the server may go on saying nothing. */
    private long left() {
        return TimeUnit.MILLISECONDS.toNanos(configuration.getSoTimeout()) - (System.nanoTime() - lastSign);
    }

    SftpCauses causes() {
        return causes;
    }
}
