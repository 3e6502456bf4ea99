package com.giosg.chatreports.request;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the {@code Retry-After} header of RFC 9110: seconds, or a date. */
public final class RetryAfter {

    private static final Predicate<String> SECONDS = Pattern.compile("\\d{1,9}").asMatchPredicate();

    private RetryAfter() {}

    /**
     * How long to wait; empty where the header is absent or says nothing sensible.
     *
     * @param header the value of {@code Retry-After}, or null
     * @param answeredAt the answer's own {@code Date}, or null: a server's clock is compared with itself
     * @param now for answers without a date
     */
    public static Optional<Duration> parse(String header, String answeredAt, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        if (SECONDS.test(text)) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        return date(text)
                .map(until -> Duration.between(date(answeredAt).orElse(now), until))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> date(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
