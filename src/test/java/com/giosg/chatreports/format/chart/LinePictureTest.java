package com.giosg.chatreports.format.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures, read back and looked at where something has to be. All of them are 100 by 50 pixels of a page. */
class LinePictureTest {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 50;
    private static final int SOLID = 0xff;

    /** Between nothing and the line: the area below it and the lines across. */
    private static final int FAINT = 0xa0;

    @Test
    void theSameLineIsTheSameBytes() {
        assertThat(png(samples("1", "5", null, "2"))).isEqualTo(png(samples("1", "5", null, "2")));
    }

    @Test
    void itIsTwiceAsLargeInOneColourAndTransparentWhereNothingIs() throws Exception {
        BufferedImage picture = picture(samples("0", "10", "0"));

        assertThat(picture.getWidth()).isEqualTo(2 * WIDTH);
        assertThat(picture.getHeight()).isEqualTo(2 * HEIGHT);
        assertThat(IntStream.range(0, 2 * WIDTH)
                        .flatMap(x -> IntStream.range(0, 2 * HEIGHT).map(y -> picture.getRGB(x, y) & 0xffffff))
                        .distinct())
                .containsExactly(0x2e86d1);
        assertThat(ink(picture, 0, 5)).isZero();
        // In the middle the line is at the top; below it the area, in which there is little ink.
        assertThat(ink(picture, WIDTH / 2, 5)).isEqualTo(SOLID);
        assertThat(ink(picture, WIDTH / 2, 32)).isBetween(1, FAINT);
    }

    @Test
    void itIsBrokenWhereAValueIsMissingAndOneThatStandsAloneIsADot() throws Exception {
        BufferedImage picture = picture(samples("5", "5", null, "5", null));

        assertThat(mostInk(picture, 20)).isEqualTo(SOLID);
        assertThat(mostInk(picture, 50)).isLessThan(FAINT);
        assertThat(mostInk(picture, 70)).isEqualTo(SOLID);
        assertThat(mostInk(picture, 90)).isLessThan(FAINT);
    }

    @Test
    void whatCanStillChangeIsHollow() throws Exception {
        Sample open = new Sample(List.of("Tue"), BigDecimal.TEN, "10", true);
        List<Sample> samples = List.of(samples("10").get(0), open);

        assertThat(ink(picture(samples), 25, 5)).isEqualTo(SOLID);
        assertThat(ink(picture(samples), 75, 5)).isZero();
    }

    @Test
    void valuesBelowZeroHangFromTheLineOfZero() throws Exception {
        BufferedImage picture = picture(samples("-10", "10"));

        // Left below zero, right above it.
        assertThat(ink(picture, 26, 35)).isPositive();
        assertThat(ink(picture, 74, 15)).isPositive();
        assertThat(ink(picture, 74, 35)).isZero();
    }

    @Test
    void fourHundredPointsAreALineThatStaysInThePicture() throws Exception {
        String[] values = IntStream.range(0, 400)
                .mapToObj(index -> String.valueOf(index % 7 * 10))
                .toArray(String[]::new);
        byte[] png = LinePicture.png(samples(values), 516, 104, "#2e86d1");

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(mostInk(picture, 0)).isLessThan(FAINT);
        assertThat(mostInk(picture, 258)).isEqualTo(SOLID);
    }

    @Test
    void noScreenIsNeeded() {
        png(samples("1", "2"));

        assertThat(GraphicsEnvironment.isHeadless()).isTrue();
    }

    private static int ink(BufferedImage picture, int x, int y) {
        return picture.getRGB(2 * x, 2 * y) >>> 24;
    }

    private static int mostInk(BufferedImage picture, int x) {
        return IntStream.range(0, picture.getHeight() / 2)
                .map(y -> ink(picture, x, y))
                .max()
                .orElseThrow();
    }

    private static BufferedImage picture(List<Sample> samples) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png(samples)));
    }

    private static byte[] png(List<Sample> samples) {
        return LinePicture.png(samples, WIDTH, HEIGHT, "#2e86d1");
    }

    private static List<Sample> samples(String... values) {
        return IntStream.range(0, values.length)
                .mapToObj(index -> new Sample(
                        List.of("Mon"),
                        values[index] == null ? null : new BigDecimal(values[index]),
                        values[index],
                        false))
                .toList();
    }
}
