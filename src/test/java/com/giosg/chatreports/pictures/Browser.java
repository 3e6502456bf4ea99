package com.giosg.chatreports.pictures;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Chromium without a window.
 *
 * @param program where it is
 * @param folder for its profile and for what it is shown
 */
record Browser(Path program, Path folder) {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** Pixels of a picture for each of CSS. */
    private static final int SCALE = 2;

    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\"[^>]*>";
    private static final Pattern SAID = Pattern.compile("<pre id=\"said\">(.*?)</pre>", Pattern.DOTALL);
    private static final int PATIENCE_SECONDS = 120;

    static Browser find(Path folder) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Browser(program, folder))
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium in PATH; on Debian: apt-get install chromium, elsewhere leave out -Ppictures"));
    }

    /** Takes a picture of the top of a page. */
    void picture(URI page, Screen screen, Path target) throws IOException, InterruptedException {
        Path whole = Files.createTempFile(folder, "picture", ".png");
        run(screen, framed(page, screen), "--hide-scrollbars", "--screenshot=" + whole);
        BufferedImage image = ImageIO.read(whole.toFile());
        ImageIO.write(
                image.getSubimage(0, 0, screen.width() * SCALE, Math.min(image.getHeight(), screen.height() * SCALE)),
                "png",
                Files.createDirectories(target.toAbsolutePath().getParent())
                        .resolve(target.getFileName())
                        .toFile());
    }

    /** No window is as narrow as a telephone. */
    private URI framed(URI page, Screen screen) throws IOException {
        return write("""
                <!DOCTYPE html>
                <meta name="color-scheme" content="light dark">
                <body style="margin:0"><iframe src="%s" width="%d" height="%d" style="border:0;display:block"></iframe>
                """.formatted(page, screen.width(), screen.height())).toUri();
    }

    /**
     * Runs scripts in a page, and gives what they say.
     *
     * @param html the page; whatever policy it has for scripts does not count, since readers have none
     * @param scripts one after the other; the last one calls {@code parent.say(text)}
     */
    String ask(String html, Screen screen, String... scripts) throws IOException, InterruptedException {
        StringBuilder asked = new StringBuilder(html.replaceFirst(POLICY, ""));
        for (String script : scripts) {
            asked.append("<script>").append(script).append("</script>");
        }
        Path page = write("""
                <!DOCTYPE html>
                <meta name="color-scheme" content="light dark">
                <script>
                function say(text) {
                  const said = document.createElement("pre");
                  said.id = "said";
                  said.textContent = text;
                  document.body.replaceChildren(said);
                }
                </script>
                <body style="margin:0"><iframe width="%d" height="%d" style="border:0" srcdoc="%s"></iframe>
                """.formatted(
                        screen.width(),
                        screen.height(),
                        asked.toString().replace("&", "&amp;").replace("\"", "&quot;")));
        String dom = run(screen, page.toUri(), "--virtual-time-budget=60000", "--dump-dom");
        Matcher said = SAID.matcher(dom);
        if (!said.find()) {
            throw new IllegalStateException("the page said nothing");
        }
        return said.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private Path write(String html) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "page", ".html"), html);
    }

    private String run(Screen screen, URI page, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                "--force-device-scale-factor=" + SCALE,
                "--window-size=%d,%d".formatted(Math.max(500, screen.width()), screen.height()),
                "--blink-settings=preferredColorScheme=" + (screen.dark() ? 0 : 1)));
        command.addAll(List.of(options));
        command.add(page.toString());
        Process browser = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String said = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!browser.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || browser.exitValue() != 0) {
                throw new IllegalStateException("the browser did not end well: " + command);
            }
            return said;
        } finally {
            browser.destroyForcibly();
        }
    }
}
