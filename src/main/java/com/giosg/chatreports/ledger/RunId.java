package com.giosg.chatreports.ledger;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/** The id of a run: the same on every machine, after every restart and for every retry. */
public final class RunId {

    private static final int BYTES = 10;
    private static final int CHARACTERS = BYTES * 8 / 5;

    private static final int RADIX = 32;

    private RunId() {}

    /** {@code r} and the first 80 bits of the hash of (report, organization, due instant), base 32 with 0-9a-v. */
    static String of(String report, String organization, Instant due) {
        return "r" + digits(report + '\0' + organization + '\0' + due.toEpochMilli());
    }

    /** The first 80 bits of a text's hash, base 32 with 0-9a-v. */
    static String digits(String text) {
        String digits = new BigInteger(1, Arrays.copyOf(sha256(text), BYTES)).toString(RADIX);
        return "0".repeat(CHARACTERS - digits.length()) + digits;
    }

    /** Whether a text may be one. */
    public static boolean is(String text) {
        return text.matches("r[0-9a-v]{" + CHARACTERS + "}");
    }

    /** The number that an id stands for, as evenly spread as the hash that it is. */
    static BigInteger hash(String runId) {
        return new BigInteger(runId.substring(1), RADIX);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
