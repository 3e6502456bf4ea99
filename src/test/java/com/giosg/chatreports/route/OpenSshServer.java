package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * OpenSSH as most partners run it, on a port of its own and on this machine only. Whoever runs the tests logs in, by
 * key, since sshd checks passwords for root alone.
 */
public final class OpenSshServer implements AutoCloseable {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Path NEEDED_BY_ROOT = Path.of("/run/sshd");

    private final Path folder;
    private final int port = freePort();
    private Process sshd;

    /** Its files lie in the folder, and so does the key of its client. */
    public OpenSshServer(Path folder) throws IOException {
        this.folder = folder;
    }

    /**
     * Starts it, and waits until it answers.
     *
     * @param passphrase what locks the key of its client; null: nothing does
     */
    public OpenSshServer start(String passphrase) throws IOException {
        KeyFiles.write(folder.resolve("host"), null);
        Files.writeString(
                folder.resolve("authorized_keys"), KeyFiles.publicLine(KeyFiles.write(privateKey(), passphrase)));
        sshd = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", settings().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Awaitility.await().until(this::answers);
        askForItsKey();
        return this;
    }

    /** Skips the test where the server is not there. */
    public static void assumeInstalled() {
        assumeTrue(Files.isExecutable(SSHD), "needs the package openssh-server, which .ci/run installs");
        assumeTrue(
                !user().equals("root") || Files.isDirectory(NEEDED_BY_ROOT),
                "sshd of root needs the folder /run/sshd, which .ci/run makes");
    }

    public static String user() {
        return System.getProperty("user.name");
    }

    public int port() {
        return port;
    }

    public Path privateKey() {
        return folder.resolve("client");
    }

    public Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private Path settings() throws IOException {
        return Files.writeString(folder.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %2$s/host
                PidFile %2$s/pid
                AuthorizedKeysFile %2$s/authorized_keys
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                Subsystem sftp internal-sftp
                """.formatted(port, folder));
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As messages advise. */
    private void askForItsKey() throws IOException {
        Process scan = new ProcessBuilder("ssh-keyscan", "-p", String.valueOf(port), "127.0.0.1")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(knownHosts().toFile())
                .start();
        assertThat(scan.onExit().orTimeout(30, TimeUnit.SECONDS).join().exitValue())
                .isZero();
    }

    @Override
    public void close() {
        if (sshd != null) {
            sshd.destroy();
            sshd.onExit().join();
        }
    }
}
