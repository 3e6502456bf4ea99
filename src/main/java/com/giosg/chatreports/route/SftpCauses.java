package com.giosg.chatreports.route;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchRevokedHostKeyException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.SftpConfiguration;

/** What the SFTP library's exceptions mean, in words that an operator can act on. A line each, and never a secret. */
final class SftpCauses {

    /** Numbers of later versions of the protocol, which some servers use in this one. */
    private static final int NO_SPACE_ON_FILESYSTEM = 14;

    private static final int QUOTA_EXCEEDED = 15;

    /** How much of what a server says is repeated. */
    private static final int EXCERPT = 200;

    private final SftpConfiguration configuration;

    private final BooleanSupplier silent;

    /**
     * Of one connection.
     *
     * @param silent whether the server has said nothing for as long as it may
     */
    SftpCauses(SftpConfiguration configuration, BooleanSupplier silent) {
        this.configuration = configuration;
        this.silent = silent;
    }

    String server() {
        return configuration.getHost() + ":" + configuration.getPort();
    }

    /** Whether the user logs in with a key, and not with a password. */
    boolean withKey() {
        String file = configuration.getPrivateKeyFile();
        return file != null && !file.isEmpty();
    }

    GenericFileOperationFailedException closedKey(boolean passphraseGiven) {
        return failure(
                passphraseGiven
                        ? "the passphrase does not open the key %s; correct passphrase"
                        : "the key %s needs a passphrase; give it as passphrase",
                configuration.getPrivateKeyFile());
    }

    /** Why there is no connection. */
    GenericFileOperationFailedException of(JSchException thrown) {
        if (thrown instanceof JSchChangedHostKeyException) {
            return failure(
                    "%s shows another host key than the one in %s, so nothing was sent: somebody may be listening in. "
                            + "Ask its owner whether the key has changed; only then replace the line in that file",
                    server(), configuration.getKnownHostsFile());
        }
        if (thrown instanceof JSchUnknownHostKeyException) {
            return failure(
                    "no host key of %s stands in %s, so nothing was sent; `ssh-keyscan -p %d %s` prints the lines to "
                            + "add, once its owner has confirmed their fingerprints",
                    server(), configuration.getKnownHostsFile(), configuration.getPort(), configuration.getHost());
        }
        if (thrown instanceof JSchRevokedHostKeyException) {
            return failure(
                    "the host key of %s is marked as revoked in %s", server(), configuration.getKnownHostsFile());
        }
        if (thrown instanceof JSchAlgoNegoFailException none) {
            return failure(
                    "%s and this program have no %s in common; the server offers %s",
                    server(), none.getAlgorithmName(), said(none.getServerProposal()));
        }
        return ofMessage(thrown, String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT));
    }

    private GenericFileOperationFailedException ofMessage(JSchException thrown, String message) {
        if (isCausedBy(thrown, UnknownHostException.class)) {
            return passing("the host %s is not known; correct host", configuration.getHost());
        }
        if (isCausedBy(thrown, ConnectException.class)) {
            return passing("%s refuses connections; correct host and port, or ask whether the server runs", server());
        }
        if (isCausedBy(thrown, SocketTimeoutException.class) || message.contains("timeout")) {
            return late(
                    "%s did not answer within connect-timeout; is a firewall between, or the server overloaded?",
                    server());
        }
        if (message.startsWith("auth") || message.startsWith("userauth")) {
            return refused();
        }
        if (message.contains("privatekey")) {
            return failure(
                    "the key %s cannot be read: it has to be a private key as ssh-keygen makes it",
                    configuration.getPrivateKeyFile());
        }
        return silent.getAsBoolean()
                ? silence()
                : passing("no connection to %s: %s", server(), said(thrown.getMessage()));
    }

    private GenericFileOperationFailedException refused() {
        return withKey()
                ? failure(
                        "%s refused the key %s of %s; correct username and private-key-file, or have the public key "
                                + "added there",
                        server(), configuration.getPrivateKeyFile(), configuration.getUsername())
                : failure(
                        "%s refused the password of %s; correct username and password",
                        server(), configuration.getUsername());
    }

    private GenericFileOperationFailedException silence() {
        return late(
                "%s was silent for longer than response-timeout; no file has its name half; try later, or raise it",
                server());
    }

    /** Why something could not be done to a file or a folder. */
    GenericFileOperationFailedException of(String what, String name, SftpException thrown) {
        if (isCausedBy(thrown, IOException.class)) {
            return silent.getAsBoolean()
                    ? silence()
                    : passing("the connection to %s broke off; no file has its name half; try later", server());
        }
        return switch (thrown.id) {
            case ChannelSftp.SSH_FX_PERMISSION_DENIED ->
                failure(
                        "%s may not %s %s on %s; ask its owner for permission, or correct directory",
                        configuration.getUsername(), what, name, server());
            case ChannelSftp.SSH_FX_NO_SUCH_FILE ->
                failure("there is no folder for %s on %s; correct directory", name, server());
            case NO_SPACE_ON_FILESYSTEM, QUOTA_EXCEEDED ->
                passing("the disk of %s or the quota there is full; %s could not be written", server(), name);
            // In the usual version of the protocol a full disk has no number of its own.
            default ->
                passing(
                        "%s could not %s %s (it says: %s); is its disk or the quota full?",
                        server(), what, name, said(thrown.getMessage()));
        };
    }

    private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> kind) {
        return Causes.chain(thrown).anyMatch(kind::isInstance);
    }

    /** What a server says is untrusted: a line of it, and not too much. */
    private static String said(String message) {
        String line = String.valueOf(message).replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > EXCERPT ? line.substring(0, EXCERPT) + "…" : line;
    }

    /** Without the exception as its cause: the library's words are not for operators. */
    @SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency of its own.
    private static GenericFileOperationFailedException failure(String format, Object... arguments) {
        return new GenericFileOperationFailedException(format.formatted(arguments));
    }

    /** As above, where the same may succeed later though nobody mends anything. */
    @SuppressWarnings("AnnotateFormatMethod")
    private static GenericFileOperationFailedException passing(String format, Object... arguments) {
        return new PassingFileFailure(format.formatted(arguments), Passing.YES);
    }

    /** As above, after a time-out. */
    @SuppressWarnings("AnnotateFormatMethod")
    private static GenericFileOperationFailedException late(String format, Object... arguments) {
        return new PassingFileFailure(format.formatted(arguments), Passing.LATER);
    }
}
