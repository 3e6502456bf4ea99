package com.giosg.chatreports.route;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By what a receiver can tell that a body is whole, and who sent it. Bodies are read as streams. */
final class Signature {

    private static final String HMAC = "HmacSHA256";

    /** What Standard Webhooks puts before a secret that is written in Base64. */
    private static final String ENCODED = "whsec_";

    private Signature() {}

    /** The value of {@code Content-Digest}, RFC 9530. */
    static String digest(File body) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            feed(body, digest::update);
            return "sha-256=:%s:".formatted(Base64.getEncoder().encodeToString(digest.digest()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * The value of {@code webhook-signature} as Standard Webhooks has it.
     *
     * @param timestamp seconds since 1970
     * @throws DeliveryFailure when the secret cannot be one
     */
    static String hmac(String secret, String id, long timestamp, File body) throws IOException {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key(secret), HMAC));
            mac.update("%s.%d.".formatted(id, timestamp).getBytes(StandardCharsets.UTF_8));
            feed(body, mac::update);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private static byte[] key(String secret) throws DeliveryFailure {
        if (!secret.startsWith(ENCODED)) {
            return secret.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(secret.substring(ENCODED.length()));
        } catch (IllegalArgumentException e) {
            throw new DeliveryFailure("signing-secret starts with whsec_, but what follows is no Base64; check it");
        }
    }

    private static void feed(File body, Update update) throws IOException {
        try (InputStream in = Files.newInputStream(body.toPath());
                OutputStream out = new Fed(update)) {
            in.transferTo(out);
        }
    }

    /** Takes a stretch of bytes. */
    @FunctionalInterface
    private interface Update {
        void accept(byte[] bytes, int offset, int length);
    }

    private static final class Fed extends OutputStream {

        private final Update update;

        Fed(Update update) {
            this.update = update;
        }

        @Override
        public void write(int value) {
            update.accept(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            update.accept(bytes, offset, length);
        }
    }
}
