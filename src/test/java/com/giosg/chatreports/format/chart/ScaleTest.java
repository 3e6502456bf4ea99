package com.giosg.chatreports.format.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 1",
        "1, 0 1",
        "2 3, 0 1 2 3",
        "7, 0 5 10",
        "143, 0 50 100 150",
        "0.004, 0 0.002 0.004",
        "12345678, 0 5000000 10000000 15000000",
        "0.5 12.75, 0 5 10 15",
        "-3 4, -5 0 5",
        "-0.2, -0.2 -0.1 0",
    })
    void beginsAtZeroAndIsDividedAtRoundNumbers(String values, String ticks) {
        assertThat(texts(Scale.of(numbers(values), 3))).isEqualTo(ticks);
    }

    @Test
    void countsAreDividedAtWholeNumbersOnly() {
        assertThat(texts(Scale.of(numbers("1"), 5))).isEqualTo("0 1");
        assertThat(texts(Scale.of(numbers("0.9"), 5))).isEqualTo("0 0.2 0.4 0.6 0.8 1");
    }

    @Test
    void aValueLiesWhereItIsBetweenTheEnds() {
        Scale scale = Scale.of(numbers("-3 4"), 3);

        assertThat(scale.share(new BigDecimal("-5"))).isZero();
        assertThat(scale.share(BigDecimal.ZERO)).isEqualTo(0.5);
        assertThat(scale.share(new BigDecimal("5"))).isEqualTo(1);
    }

    private static List<BigDecimal> numbers(String texts) {
        return Arrays.stream(texts.split(" ")).map(BigDecimal::new).toList();
    }

    private static String texts(Scale scale) {
        return scale.ticks().stream()
                .map(tick -> tick.stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" "));
    }
}
