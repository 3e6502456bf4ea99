package com.giosg.chatreports.format.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BarsTest {

    @Test
    void areAsLongAsTheirValuesAreLarge() {
        assertThat(lengths("12345678", "3", "0.004", "0")).containsExactly("100", "0", "0", "0");
        assertThat(lengths("8", "4", "1", "-2")).containsExactly("100", "50", "12.5", "0");
    }

    @Test
    void haveNoLengthWhereNothingIsAboveZero() {
        assertThat(lengths("0", "0")).containsExactly("0", "0");
        assertThat(lengths()).isEmpty();
    }

    private static List<String> lengths(String... values) {
        return Bars.lengths(Stream.of(values).map(BigDecimal::new).toList());
    }
}
