package com.giosg.chatreports.route;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a busy server says about when to come back, made up together with what it means.
 *
 * @param lines the values of {@code Retry-After}
 * @param date the value of {@code Date}; empty: there is none
 * @param asked how long to wait; empty: nothing sensible was said
 */
record RetryAfterHeaders(List<String> lines, Optional<String> date, Optional<Duration> asked) {

    private static final List<String> GARBAGE = List.of(
            "",
            "soon",
            "-",
            "12 s",
            "0x1F",
            "+5",
            "1e3",
            "٣",
            "P1D",
            "null",
            "60;q=1",
            "Mon, 02 Nov",
            "Sun, 99 Nov 2020 06:00:00 GMT",
            "2020-11-02T06:00:00Z",
            "Mon, 02 Nov 2020 06:00:00 NEVER",
            "Noday, 02-Nov-20 06:00:00 GMT");

    /** The three forms of RFC 9110, section 5.6.7. */
    private static final List<DateTimeFormatter> FORMS = List.of(
            form("EEE, dd MMM uuuu HH:mm:ss 'GMT'"),
            form("EEEE, dd-MMM-uu HH:mm:ss 'GMT'"),
            form("EEE MMM ppd HH:mm:ss uuuu"));

    private static final int DAY = 86_400;
    private static final int CAP = 900;
    private static final int MOST_SEVERAL = 3;

    /** One line and what it asks for. */
    private record Line(String text, Optional<Duration> asked) {

        static Line of(String text, long seconds) {
            return new Line(text, Optional.of(Duration.ofSeconds(Math.max(0, seconds))));
        }

        static Line saysNothing(String text) {
            return new Line(text, Optional.empty());
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** @param now by the clock of whoever is answered; that of the server may show something else */
    static RetryAfterHeaders of(SplittableRandom random, Instant now) {
        Instant sent = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(random.nextInt(-DAY, DAY));
        boolean dated = random.nextInt(4) > 0;
        Optional<String> date = dated ? Optional.of(print(sent, random)) : undated(random);
        Instant measuredFrom = dated ? sent : now;
        List<Line> lines = new ArrayList<>();
        int several = random.nextInt(10) == 0 ? random.nextInt(2, MOST_SEVERAL + 1) : Math.min(1, random.nextInt(10));
        IntStream.range(0, several).forEach(number -> lines.add(line(random, measuredFrom)));
        return new RetryAfterHeaders(
                lines.stream().map(Line::text).toList(),
                date,
                lines.stream().flatMap(line -> line.asked().stream()).max(Comparator.naturalOrder()));
    }

    private static Optional<String> undated(SplittableRandom random) {
        return random.nextBoolean() ? Optional.empty() : Optional.of("yesterday");
    }

    private static Line line(SplittableRandom random, Instant sent) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> seconds(random, random.nextInt(2 * CAP));
            case 2 -> seconds(random, random.nextInt(CAP - 2, CAP + 3));
            case 3 -> huge(random);
            case 4 -> date(random, sent, random.nextInt(-DAY, 2 * CAP));
            case 5 -> date(random, sent, random.nextInt(2 * CAP));
            case 6 -> Line.saysNothing(noWhole(random));
            default -> Line.saysNothing(GARBAGE.get(random.nextInt(GARBAGE.size())));
        };
    }

    private static Line seconds(SplittableRandom random, int seconds) {
        return Line.of((random.nextInt(5) == 0 ? "00" : "") + seconds, seconds);
    }

    /** Up to 40 digits, or the end of the calendar. */
    private static Line huge(SplittableRandom random) {
        if (random.nextInt(4) == 0) {
            return Line.of("Fri, 31 Dec 9999 23:59:59 GMT", Integer.MAX_VALUE);
        }
        String digits = IntStream.range(0, random.nextInt(5, 40))
                .mapToObj(place -> String.valueOf(random.nextInt(10)))
                .collect(Collectors.joining());
        return Line.of("1" + digits, Integer.MAX_VALUE);
    }

    private static Line date(SplittableRandom random, Instant sent, int ahead) {
        Instant until = sent.truncatedTo(ChronoUnit.SECONDS).plusSeconds(ahead);
        return new Line(
                print(until, random),
                Optional.of(Duration.between(sent, until)).map(wait -> wait.isNegative() ? Duration.ZERO : wait));
    }

    private static String print(Instant instant, SplittableRandom random) {
        return FORMS.get(random.nextInt(FORMS.size())).format(instant);
    }

    private static String noWhole(SplittableRandom random) {
        int number = random.nextInt(1, CAP);
        return switch (random.nextInt(4)) {
            case 0 -> "-" + number;
            case 1 -> number + ".5";
            case 2 -> number + ",5";
            default -> "." + number;
        };
    }
}
