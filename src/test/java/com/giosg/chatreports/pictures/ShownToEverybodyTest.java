package com.giosg.chatreports.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is shown can be read by everybody: axe finds nothing to complain of, on a telephone in the light and on a desk in the
 * dark, and nothing is wider than the screen.
 */
@Tag("pictures")
class ShownToEverybodyTest {

    private static final List<Screen> SCREENS = List.of(Screen.PHONE, Screen.DESKTOP.inTheDark());

    /** One line a complaint. */
    private static final String COMPLAIN = """
            axe.run(document, { resultTypes: ["violations"] }).then(found => {
              const complaints = found.violations.flatMap(rule =>
                rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 200) + " " + (node.any[0] || {}).message));
              const root = document.documentElement;
              if (root.scrollWidth > root.clientWidth)
                complaints.push("wider than the screen: " + root.scrollWidth + " > " + root.clientWidth);
              parent.say(complaints.join("\\n"));
            });""";

    @TempDir
    private static Path folder;

    private static String axe;

    @BeforeAll
    static void loadAxe() throws IOException {
        try (InputStream script = ShownToEverybodyTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @TestFactory
    Stream<DynamicTest> nothingIsToBeComplainedOf() throws IOException {
        Browser browser = Browser.find(folder);
        return Shown.all().stream().flatMap(page -> SCREENS.stream()
                .map(screen -> dynamicTest("%s, %s".formatted(page, screen), () -> check(browser, page, screen))));
    }

    private static void check(Browser browser, Path page, Screen screen) throws Exception {
        assertThat(browser.ask(Files.readString(page), screen, axe, COMPLAIN)).isEmpty();
    }
}
