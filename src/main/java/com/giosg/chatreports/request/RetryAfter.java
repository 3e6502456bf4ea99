package com.giosg.chatreports.request;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the {@code Retry-After} header of RFC 9110: seconds, or a date in any of its three forms. */
public final class RetryAfter {

    private static final Predicate<String> SECONDS = Pattern.compile("[0-9]+").asMatchPredicate();

    /** Of seconds; more of them say nothing else. */
    private static final int MOST_DIGITS = 9;

    private static final Duration LONGEST = Duration.ofSeconds(999_999_999);

    /** Two digits of a year stand for none that is more than 50 years ahead. */
    private static final int YEARS_AHEAD = 50;

    private static final int CENTURY = 100;

    private static final DateTimeFormatter OF_C =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH);

    private RetryAfter() {}

    /**
     * How long to wait; empty where the header is absent or says nothing sensible.
     *
     * @param lines the values of {@code Retry-After}, mostly one or none; of several the longest wait holds
     * @param answeredAt the answer's own {@code Date}, or null: a server's clock is compared with itself
     * @param now for answers without a date
     */
    public static Optional<Duration> parse(List<String> lines, String answeredAt, Instant now) {
        return lines.stream()
                .flatMap(line -> wait(line.strip(), answeredAt, now).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Duration> wait(String text, String answeredAt, Instant now) {
        if (SECONDS.test(text)) {
            return Optional.of(seconds(text));
        }
        return date(text, now)
                .map(until -> Duration.between(date(answeredAt, now).orElse(now), until))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Duration seconds(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(significant));
    }

    private static Optional<Instant> date(String text, Instant now) {
        if (text == null) {
            return Optional.empty();
        }
        return Stream.of(DateTimeFormatter.RFC_1123_DATE_TIME, ofRfc850(now), OF_C)
                .flatMap(form -> date(text, form).stream())
                .findFirst();
    }

    private static Optional<Instant> date(String text, DateTimeFormatter form) {
        try {
            return Optional.of(form.withZone(ZoneOffset.UTC).parse(text.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter ofRfc850(Instant now) {
        int last = LocalDateTime.ofInstant(now, ZoneOffset.UTC).getYear() + YEARS_AHEAD;
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, last - CENTURY + 1)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
    }
}
