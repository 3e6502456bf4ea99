package com.giosg.chatreports.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures in {@code docs/pictures}, from approved examples alone, so that they change when these do. */
@Tag("pictures")
class PicturesForTheDocumentationTest {

    private static final Path PICTURES = Path.of("docs/pictures");
    private static final Path PAGE = Path.of("src/test/resources/simulated-week/page.html");
    private static final Path STATUS = Path.of("src/test/resources/pages/status-morning.html");
    private static final Path MAIL =
            Shown.MAILS.resolve("aWeekHasALineAboveTheFiguresOfItsDaysForEachMetricThatAddsUp.html");

    private record Picture(Path of, Screen screen) {}

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicTest> eachIsTaken() {
        Browser browser = Browser.find(folder);
        Map<String, Picture> pictures = Map.of(
                "page", new Picture(PAGE, Screen.DESKTOP),
                "page-dark", new Picture(PAGE, Screen.DESKTOP.inTheDark()),
                "page-phone", new Picture(PAGE, Screen.PHONE.high(1600)),
                "status", new Picture(STATUS, Screen.DESKTOP.high(800)),
                "status-dark", new Picture(STATUS, Screen.DESKTOP.high(800).inTheDark()),
                "status-phone", new Picture(STATUS, Screen.PHONE.high(1200)),
                "mail", new Picture(MAIL, Screen.MAIL),
                "mail-dark", new Picture(MAIL, Screen.MAIL.inTheDark()),
                "mail-phone", new Picture(MAIL, Screen.PHONE.high(1600)));
        return pictures.entrySet().stream()
                .map(picture -> dynamicTest(picture.getKey(), () -> {
                    Path target = PICTURES.resolve(picture.getKey() + ".png");
                    browser.picture(
                            picture.getValue().of().toAbsolutePath().toUri(),
                            picture.getValue().screen(),
                            target);
                    assertThat(Files.size(target)).isGreaterThan(10_000);
                }));
    }
}
