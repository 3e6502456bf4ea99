package com.giosg.chatreports.route;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/** Private keys in files, as ssh-keygen writes them. */
final class KeyFiles {

    private KeyFiles() {}

    /**
     * Makes a key.
     *
     * @param passphrase what locks it; null: nothing does
     * @return its public half
     */
    static PublicKey write(Path file, String passphrase) throws IOException {
        KeyPair pair = SftpServer.newKey();
        OpenSSHKeyEncryptionContext lock = new OpenSSHKeyEncryptionContext();
        lock.setPassword(passphrase);
        lock.setCipherType("256");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "", passphrase == null ? null : lock, out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return pair.getPublic();
    }

    /** As it stands in authorized_keys. */
    static String publicLine(PublicKey key) {
        return PublicKeyEntry.toString(key) + System.lineSeparator();
    }
}
