package com.giosg.chatreports.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * A real SFTP server on this machine, on a port of its own. It notes every secret that it is sent, and it can be told
 * to refuse.
 */
public final class SftpServer implements AutoCloseable {

    static final String USER = "acme";

    /** Whatever a shell, a URI, Camel or YAML could take for something else. */
    public static final String PASSWORD = "#canary &%20+%#{}$?=/\\'\"@:;)&x=(ä";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey = newKey();
    private final Path root;

    /** Passwords as they arrived. */
    public final List<String> passwords = new CopyOnWriteArrayList<>();

    /** Names of files that were written, renamed or removed, in this order. */
    final List<String> changes = new CopyOnWriteArrayList<>();

    /** What is thrown for files whose path ends like this. */
    final Map<String, IOException> refusals = new ConcurrentHashMap<>();

    private final AtomicInteger refusalsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean hanging;
    private volatile boolean losing;

    /** Keys that may log in. */
    final Set<PublicKey> keys = ConcurrentHashMap.newKeySet();

    public SftpServer(Path root) {
        this.root = root;
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> {
            passwords.add(password);
            return user.equals(USER) && password.equals(PASSWORD);
        });
        server.setPublickeyAuthenticator((user, key, session) -> user.equals(USER) && keys.contains(key));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new Accessor())
                .build();
        sftp.addSftpEventListener(new Writes());
        server.setSubsystemFactories(List.of(sftp));
    }

    /** Like servers that know nothing of OpenSSH's extensions. */
    SftpServer withoutExtensions() {
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, ",");
        return this;
    }

    public SftpServer start() {
        try {
            server.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static KeyPair newKey() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return server.getPort();
    }

    Path root() {
        return root;
    }

    int openConnections() {
        return server.getActiveSessions().size();
    }

    /** What {@code ssh-keyscan} prints. */
    public String knownHosts() {
        return knownHosts(port(), hostKey.getPublic());
    }

    public static String knownHosts(int port, PublicKey key) {
        return "[127.0.0.1]:%d %s%n".formatted(port, PublicKeyEntry.toString(key));
    }

    /** Refuses so many times and not again. */
    void refuseOnly(int times) {
        refusalsLeft.set(times);
    }

    /** Keeps next to nothing of what it is sent, without a word. */
    void lose() {
        losing = true;
    }

    /** Takes log-ins, and then says nothing more until it is stopped. */
    void hang() {
        hanging = true;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Writes implements SftpEventListener {

        @Override
        public void writing(
                ServerSession session, String handle, FileHandle file, long offset, byte[] data, int from, int length)
                throws IOException {
            refuse(file.getFile().resolve("bytes"));
        }
    }

    private final class Accessor implements SftpFileSystemAccessor {

        @Override
        public SeekableByteChannel openFile(
                SftpSubsystemProxy subsystem,
                FileHandle handle,
                Path file,
                String name,
                Set<? extends OpenOption> options,
                FileAttribute<?>... attributes)
                throws IOException {
            changes.add("write " + file);
            refuse(file);
            return SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options, attributes);
        }

        @Override
        public void closeFile(
                SftpSubsystemProxy subsystem,
                FileHandle handle,
                Path file,
                String name,
                java.nio.channels.Channel channel,
                Set<? extends OpenOption> options)
                throws IOException {
            SftpFileSystemAccessor.super.closeFile(subsystem, handle, file, name, channel, options);
            if (losing && options.contains(StandardOpenOption.WRITE)) {
                Files.writeString(file, "lost");
            }
        }

        @Override
        public void createDirectory(SftpSubsystemProxy subsystem, Path folder) throws IOException {
            changes.add("make " + folder);
            refuse(folder);
            SftpFileSystemAccessor.super.createDirectory(subsystem, folder);
        }

        @Override
        public void renameFile(
                SftpSubsystemProxy subsystem,
                Path from,
                Path to,
                java.util.Collection<java.nio.file.CopyOption> options)
                throws IOException {
            changes.add("rename " + from + " to " + to);
            refuse(to);
            SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options);
        }

        @Override
        public void removeFile(SftpSubsystemProxy subsystem, Path file, boolean isFolder) throws IOException {
            changes.add("remove " + file);
            SftpFileSystemAccessor.super.removeFile(subsystem, file, isFolder);
        }
    }

    private void refuse(Path file) throws IOException {
        if (hanging) {
            waitForTheEnd();
        }
        for (Map.Entry<String, IOException> refusal : refusals.entrySet()) {
            if (file.toString().endsWith(refusal.getKey())
                    && refusalsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw refusal.getValue();
            }
        }
    }

    private void waitForTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The names below a folder of the server. */
    List<String> names(String folder) {
        try (var files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
