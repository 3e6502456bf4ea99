package com.giosg.chatreports.format.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.Spoken;
import com.giosg.chatreports.format.chart.LineChart.Dot;
import com.giosg.chatreports.format.chart.LineChart.Level;
import com.giosg.chatreports.format.chart.LineChart.Stroke;
import com.giosg.chatreports.format.chart.LineChart.Tick;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineChartTest {

    @Test
    void runsFromTheMarginToTheRightAndFromTheLowestLineUp() {
        LineChart chart = chart("0", "10");

        assertThat(chart.height()).isEqualTo(120);
        assertThat(chart.levels()).containsExactly(new Level("120", "0"), new Level("60", "5"), new Level("0", "10"));
        assertThat(chart.strokes()).containsExactly(new Stroke("34,120 78,0", "34,120 34,120 78,0 78,120"));
        assertThat(chart.dots())
                .containsExactly(
                        new Dot("34", "120", false, "Mon 1 Jun: 0"), new Dot("78", "0", false, "Tue 2 Jun: 10"));
        assertThat(chart.ticks())
                .containsExactly(new Tick("34", List.of("Mon", "1 Jun")), new Tick("78", List.of("Tue", "2 Jun")));
    }

    @Test
    void isBrokenWhereAValueIsMissingAndOneThatStandsAloneIsADot() {
        LineChart chart = chart("1", "2", null, "3", null, "1", "1");

        assertThat(chart.strokes()).hasSize(2);
        assertThat(chart.dots()).hasSize(5);

        LineChart many = chart(
                Stream.concat(Stream.of("1", null), IntStream.range(0, 100).mapToObj(String::valueOf))
                        .toArray(String[]::new));
        assertThat(many.strokes()).hasSize(1);
        assertThat(many.dots()).extracting(Dot::y).containsExactly("118.8");
    }

    @Test
    void nothingButZeroLiesOnTheLowestLine() {
        LineChart chart = chart("0", "0", "0");

        assertThat(chart.levels()).extracting(Level::text).containsExactly("0", "1");
        assertThat(chart.strokes()).extracting(Stroke::line).containsExactly("26.67,120 56,120 85.33,120");
    }

    @Test
    void fourHundredBucketsHaveAsManyTextsBelowAsFit() {
        LineChart chart =
                chart(IntStream.range(0, 400).mapToObj(String::valueOf).toArray(String[]::new));

        assertThat(chart.ticks()).hasSize(6);
        assertThat(chart.dots()).isEmpty();
    }

    @Test
    void numbersAtTheMarginAreShort() {
        assertThat(chart("1", "12345678").levels()).extracting(Level::text).containsExactly("0", "5M", "10M", "15M");
        assertThat(chart("0.001", "0.004").levels()).extracting(Level::text).containsExactly("0", "0.002", "0.004");
        assertThat(Stream.of("9999", "10000", "-25000", "2500000000").map(BigDecimal::new))
                .extracting(value -> AxisText.of(value, Spoken.ENGLISH))
                .containsExactly("9,999", "10K", "−25K", "2.5B");
    }

    private static LineChart chart(String... values) {
        List<String> days = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
        return LineChart.of(
                IntStream.range(0, values.length)
                        .mapToObj(index -> new Sample(
                                List.of(days.get(index % days.size()), (index + 1) + " Jun"),
                                values[index] == null ? null : new BigDecimal(values[index]),
                                values[index],
                                false))
                        .toList(),
                Spoken.ENGLISH);
    }
}
