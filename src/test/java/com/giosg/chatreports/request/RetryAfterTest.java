package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The header {@code Retry-After} as servers write it. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2020-11-02T06:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "absent", textBlock = """
                    # header                        | Date of the answer            | wait
                    120                             | absent                        | PT2M
                    ' 7 '                           | absent                        | PT7S
                    0                               | absent                        | PT0S
                    999999999                       | absent                        | PT277777H46M39S
                    # The server's clock is ten minutes ahead of ours, and is compared with itself.
                    Mon, 02 Nov 2020 06:11:00 GMT   | Mon, 02 Nov 2020 06:10:00 GMT | PT1M
                    Mon, 02 Nov 2020 06:11:00 GMT   | absent                        | PT11M
                    Mon, 02 Nov 2020 06:11:00 GMT   | yesterday                     | PT11M
                    Mon, 2 Nov 2020 06:11:00 GMT    | absent                        | PT11M
                    Mon, 02 Nov 2020 05:59:00 GMT   | absent                        | PT0S
                    # The two older forms.
                    Monday, 02-Nov-20 06:11:00 GMT  | absent                        | PT11M
                    Mon Nov  2 06:11:00 2020        | absent                        | PT11M
                    Mon, 02 Nov 2020 06:11:00 GMT   | Mon Nov  2 06:10:00 2020      | PT1M
                    Friday, 01-Jan-71 06:00:00 GMT  | absent                        | PT0S
                    # As long as can be said.
                    9999999999                      | absent                        | PT277777H46M39S
                    00000000000000000000007         | absent                        | PT7S
                    # Nothing sensible: as if it were absent.
                    absent                          | absent                        | absent
                    ''                              | absent                        | absent
                    -5                              | absent                        | absent
                    1.5                             | absent                        | absent
                    soon                            | absent                        | absent
                    Tue, 02 Nov 2020 06:11:00 GMT   | absent                        | absent
                    ٣                               | absent                        | absent
                    """)
    void saysHowLongToWait(String header, String answeredAt, Duration wait) {
        assertThat(RetryAfter.parse(Stream.ofNullable(header).toList(), answeredAt, NOW))
                .isEqualTo(Optional.ofNullable(wait));
    }

    @Test
    void theLongestOfSeveralHolds() {
        assertThat(RetryAfter.parse(List.of("soon", "60", "Mon, 02 Nov 2020 06:02:00 GMT", "7"), null, NOW))
                .contains(Duration.ofMinutes(2));
    }
}
