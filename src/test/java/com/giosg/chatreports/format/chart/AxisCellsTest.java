package com.giosg.chatreports.format.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.format.chart.AxisCells.Cell;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AxisCellsTest {

    @Test
    void theFirstDayTheLastOneAndSomeBetweenStandBelowTheirPlaces() {
        assertThat(AxisCells.of(days(31)))
                .containsExactly(
                        new Cell("17.7", "left", List.of("1 Oct")),
                        new Cell("32.3", "center", List.of("11 Oct")),
                        new Cell("32.3", "center", List.of("21 Oct")),
                        new Cell("17.7", "right", List.of("31 Oct")));
    }

    @Test
    void fewDaysAreNamedOnce() {
        assertThat(AxisCells.of(days(1))).containsExactly(new Cell("100.0", "left", List.of("1 Oct")));
        assertThat(AxisCells.of(days(3))).extracting(Cell::width).containsExactly("33.3", "33.3", "33.3");
        assertThat(AxisCells.of(days(400))).hasSize(4);
    }

    private static List<Sample> days(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(day -> new Sample(List.of(day + " Oct"), BigDecimal.ONE, "1", false))
                .toList();
    }
}
