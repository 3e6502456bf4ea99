package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.time.Schedules;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WakesTest {

    @ParameterizedTest
    @CsvSource({
        "1s, PT0.25S",
        "2s, PT0.5S",
        "10s, PT1S",
        "30s, PT1S",
        "1m, PT5S",
        "15m, PT5S",
        "1h, PT15S",
        "12h, PT15S",
        "1d, PT30S"
    })
    void aReportIsLateByLittleAsItsScheduleGoes(String every, Duration period) {
        assertThat(Wakes.period(Schedules.every(every), false)).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({"1s, PT0.25S", "10s, PT1S", "1m, PT1S", "1d, PT1S"})
    void oneThatIsToStartAtItsSecondIsLateByASecondAtMost(String every, Duration period) {
        assertThat(Wakes.period(Schedules.every(every), true)).isEqualTo(period);
    }
}
