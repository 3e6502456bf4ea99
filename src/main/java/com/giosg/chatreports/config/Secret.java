package com.giosg.chatreports.config;

import com.giosg.chatreports.metrics.HiddenFromTemplates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A secret by reference. Printing it shows the reference, never the value.
 *
 * @param reference as written in the configuration, e.g. {@code {{env:GIOSG_TOKEN}}}
 * @param value what the reference stands for; for protocol headers only
 */
@HiddenFromTemplates
public record Secret(String reference, String value) {

    /** Tells equal secrets from different ones without showing either; stable between runs. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return reference;
    }
}
