package com.giosg.chatreports.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S, 500ms",
        "10s, PT10S, 10s",
        "30m, PT30M, 30m",
        "6h, PT6H, 6h",
        "1d, PT24H, 1d",
        "0s, PT0S, 0s",
        "60m, PT1H, 1h",
        "90m, PT90M, 90m",
        "1500ms, PT1.5S, 1500ms",
        "999999999d, PT23999999976H, 999999999d",
    })
    void a_duration_is_read_and_printed_in_its_longest_unit(String text, Duration duration, String printed) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
        assertThat(Durations.print(duration)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "10 s", "-10s", "1.5h", "10S", "1h30m", "10min", "9999999999d", "١s"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"%s\" is not a duration; write a whole number and a unit, like 500ms, 10s, 30m, 6h or 1d"
                        .formatted(text));
    }
}
