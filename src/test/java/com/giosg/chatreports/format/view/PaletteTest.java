package com.giosg.chatreports.format.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever colour somebody likes, text stays readable. */
class PaletteTest {

    /** The values are those of other calculators of WCAG contrast. */
    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff, 21.00",
        "#777777, #ffffff, 4.48",
        "#767676, #ffffff, 4.54",
        "#0000ff, #ffffff, 8.59",
        "#ff0000, #ffffff, 4.00",
        "#123456, #123456, 1.00"
    })
    void contrastIsThatOfWcag(String one, String two, double contrast) {
        assertThat(Colour.of(one).contrast(Colour.of(two))).isCloseTo(contrast, within(0.005));
        assertThat(Colour.of(two).contrast(Colour.of(one))).isCloseTo(contrast, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({
        // Enough for white text and light pages as it is; only dark pages need it lighter.
        "#0a7d4f, #0a7d4f, #3b9772, #ffffff",
        "#ffd500, #856f00, #ffd500, #000000",
        "#ffffff, #707070, #ffffff, #000000",
        "#000000, #000000, #878787, #ffffff"
    })
    void coloursAreChangedAsFarAsItTakes(String own, String light, String dark, String title) {
        Palette palette = Palette.of(Optional.of(own));

        assertThat(palette.light()).isEqualTo(light);
        assertThat(palette.dark()).isEqualTo(dark);
        assertThat(palette.banner()).isEqualTo(own);
        assertThat(palette.title()).isEqualTo(title);
    }

    @Test
    void everyColourIsReadable() {
        assertThat(everyTwentieth()).allSatisfy(own -> {
            Palette palette = Palette.of(Optional.of(own.toString()));
            assertReadable(palette.light(), "#f4f6f9");
            assertReadable(palette.light(), "#ffffff");
            assertReadable(palette.dark(), "#18212b");
            assertReadable(palette.dark(), "#10161d");
            assertReadable(palette.title(), palette.banner());
            assertReadable(palette.quiet(), palette.banner());
        });
    }

    /** One picture lies on either ground, and on the one that Outlook.com makes of a white one. */
    @Test
    void linesOfPicturesAreSeenOnLightAndDarkGround() {
        Stream<Palette> palettes = Stream.concat(
                Stream.of(Palette.USUAL), everyTwentieth().map(own -> Palette.of(Optional.of(own.toString()))));

        assertThat(palettes.map(palette -> Colour.of(palette.picture())))
                .allSatisfy(line -> Stream.of("#ffffff", "#18212b", "#333333")
                        .forEach(ground -> assertThat(line.contrast(Colour.of(ground)))
                                .as("%s on %s", line, ground)
                                .isGreaterThanOrEqualTo(Colour.SEEN)));
    }

    @Test
    void theUsualOneIsReadableToo() {
        assertReadable(Palette.USUAL.light(), "#f4f6f9");
        assertReadable(Palette.USUAL.dark(), "#18212b");
        assertReadable(Palette.USUAL.title(), Palette.USUAL.banner());
        assertReadable(Palette.USUAL.quiet(), Palette.USUAL.banner());
    }

    private static Stream<Colour> everyTwentieth() {
        return steps().boxed().flatMap(red -> steps().boxed()
                .flatMap(green -> steps().mapToObj(blue -> new Colour(red, green, blue))));
    }

    private static IntStream steps() {
        return IntStream.iterate(0, part -> part <= 255, part -> part + 15);
    }

    private static void assertReadable(String text, String ground) {
        assertThat(Colour.of(text).contrast(Colour.of(ground)))
                .as("%s on %s", text, ground)
                .isGreaterThanOrEqualTo(Colour.READABLE);
    }
}
