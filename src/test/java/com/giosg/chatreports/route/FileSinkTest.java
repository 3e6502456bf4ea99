package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The Kamelet {@code file-sink}, writing for real. The tests may run as root, whom permissions do not stop; what cannot
 * be written is therefore a file in a folder's place, or a folder of the kernel's, where nobody makes files.
 */
class FileSinkTest extends FilesTestSupport {

    private static final String TEMPORARY = ".writing-";

    private Path directory;
    private Path outside;

    @Override
    String sinks() {
        Path out = folder.resolve("out");
        return """
            out: { type: file, directory: "%1$s" }
              version: { type: file, directory: "%1$s", on-conflict: version }
              fail: { type: file, directory: "%1$s", on-conflict: fail }
              open: { type: file, directory: "%1$s/made/for/us", permissions: "640", directory-permissions: "750" }
              file: { type: file, directory: "%1$s/a-file" }
              below: { type: file, directory: "%1$s/a-file/below" }
              kernel: { type: file, directory: /proc }
              link: { type: file, directory: "%1$s/a-link" }
              odd: { type: file, directory: "%1$s/ä b+c/;d'" }""".formatted(out);
    }

    @BeforeEach
    void makeTheFolders() throws IOException {
        directory = Files.createDirectory(folder.resolve("out"));
        outside = Files.createDirectory(folder.resolve("outside"));
    }

    @Test
    void writesTheBytesAndSaysWhere() {
        Exchange exchange = deliver("out", "report.csv", "figures");

        assertThat(directory.resolve("report.csv")).hasContent("figures");
        assertThat(exchange.getVariable("receipt"))
                .isEqualTo(directory.resolve("report.csv").toString());
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
    }

    @Test
    void noHeaderDecidesAnything() throws IOException {
        Exchange exchange = send("direct:sink-out", filled -> {
            filled.getMessage().setBody(artifact("figures"));
            filled.getMessage()
                    .setHeaders(new HashMap<>(Map.of(
                            "CamelFileName", "elsewhere.csv",
                            "CamelOverruleFileName",
                                    outside.resolve("elsewhere.csv").toString(),
                            "CamelFileLocalWorkPath", outside.resolve("stolen").toString())));
            filled.setVariable("fileName", "report.csv");
        });

        assertThat(exchange.getException()).isNull();
        assertThat(names(directory)).containsExactly("report.csv");
        assertThat(names(outside)).isEmpty();
    }

    @Test
    void aReaderNeverSeesHalfAReportOrNone() throws Exception {
        replaceWhileItIsRead("out", "report.csv", directory.resolve("report.csv"), 50);
    }

    @Test
    void versionKeepsTheOldReportUnderAnotherName() throws IOException {
        deliver("version", "report.csv", "old");

        deliver("version", "report.csv", "new");

        assertThat(directory.resolve("report.csv")).hasContent("new");
        assertThat(names(directory)).hasSize(2).anyMatch(name -> name.matches("report-\\d{8}T\\d{9}\\.csv"));
        assertThat(names(directory))
                .map(directory::resolve)
                .map(Files::readString)
                .containsOnly("old", "new");
    }

    @Test
    void versionWorksInFoldersToo() throws IOException {
        deliver("version", "acme/report.csv", "old");

        deliver("version", "acme/report.csv", "new");

        assertThat(names(directory.resolve("acme"))).hasSize(2);
    }

    @Test
    void failLeavesTheOldReportAlone() {
        deliver("fail", "report.csv", "old");

        String cause = failure("fail", "report.csv", "new");

        assertThat(directory.resolve("report.csv")).hasContent("old");
        assertThat(cause).isEqualTo("there is already a file " + directory.resolve("report.csv"));
    }

    @Test
    void onlyItsOwnerReadsAReportUnlessConfigured() throws IOException {
        deliver("out", "acme/report.csv", "figures");
        deliver("open", "report.csv", "figures");

        assertThat(permissions(directory.resolve("acme"))).isEqualTo("rwx------");
        assertThat(permissions(directory.resolve("acme/report.csv"))).isEqualTo("rw-------");
        assertThat(permissions(directory.resolve("made/for"))).isEqualTo("rwxr-x---");
        assertThat(permissions(directory.resolve("made/for/us"))).isEqualTo("rwxr-x---");
        assertThat(permissions(directory.resolve("made/for/us/report.csv"))).isEqualTo("rw-r-----");
    }

    @Test
    void aDirectoryMayBeCalledAnything() {
        deliver("odd", "Zürich 100%.csv", "figures");

        assertThat(directory.resolve("ä b+c/;d'/Zürich 100%.csv")).hasContent("figures");
    }

    @ParameterizedTest
    @CsvSource({
        "../outside/report.csv",
        "acme/../../outside/report.csv",
        "..",
    })
    void nothingIsWrittenOutsideTheDirectory(String name) throws IOException {
        String cause = failure("out", name, "figures");

        assertThat(names(outside)).isEmpty();
        assertThat(names(folder)).containsExactlyInAnyOrder("out", "outside", "reports.yaml", "artifact");
        assertThat(cause).contains("jailed to the starting directory: " + directory);
    }

    @Test
    void namesThatNoFileSystemTakesAreRefused() {
        assertThat(failure("out", "a\0b.csv", "figures")).contains("a?b.csv");
        assertThat(failure("out", "x".repeat(300) + ".csv", "figures")).endsWith("File name too long");
    }

    @Test
    void aLinkToAFolderOutsideIsNotFollowed() throws IOException {
        Files.createSymbolicLink(directory.resolve("acme"), outside);

        String cause = failure("out", "acme/report.csv", "figures");

        assertThat(names(outside)).isEmpty();
        assertThat(cause).isEqualTo(directory.resolve("acme") + " is a link, which is not followed");
    }

    @Test
    void aLinkInTheReportsPlaceIsReplaced() throws IOException {
        Path precious = Files.writeString(outside.resolve("precious"), "precious");
        Files.createSymbolicLink(directory.resolve("report.csv"), precious);
        Files.createSymbolicLink(directory.resolve(TEMPORARY + "report.csv"), precious);

        deliver("out", "report.csv", "figures");

        assertThat(precious).hasContent("precious");
        assertThat(directory.resolve("report.csv")).hasContent("figures").matches(Files::isRegularFile);
        assertThat(Files.isSymbolicLink(directory.resolve("report.csv"))).isFalse();
    }

    @Test
    void theDirectoryItselfMayBeALink() throws IOException {
        Files.createSymbolicLink(directory.resolve("a-link"), outside);

        deliver("link", "acme/report.csv", "figures");

        assertThat(outside.resolve("acme/report.csv")).hasContent("figures");
    }

    @Test
    void aTemporaryFileLeftOverDoesNotHinder() throws IOException {
        Files.writeString(directory.resolve(TEMPORARY + "report.csv"), "half a rep");

        deliver("out", "report.csv", "figures");
        Files.writeString(directory.resolve(TEMPORARY + "report.csv"), "half a rep");
        deliver("version", "report.csv", "more figures");

        assertThat(directory.resolve("report.csv")).hasContent("more figures");
        assertThat(names(directory)).noneMatch(name -> name.startsWith(TEMPORARY));
    }

    @Test
    void aFileInTheDirectorysPlaceIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("a-file"), "not a folder");

        assertThat(failure("file", "report.csv", "figures")).isEqualTo(file + " is not a folder");
        assertThat(failure("below", "report.csv", "figures")).isEqualTo(file + " is not a folder");
        assertThat(file).hasContent("not a folder");
    }

    @Test
    void aFolderThatTakesNoFilesIsNamed() {
        assertThat(failure("kernel", "report.csv", "figures")).isEqualTo("cannot write /proc/.writing-report.csv");
        assertThat(failure("kernel", "acme/report.csv", "figures"))
                .isEqualTo("the folder /proc/acme cannot be made in /proc");
    }

    @Test
    void aFolderInTheReportsPlaceIsLeftAlone() throws IOException {
        Files.createDirectories(directory.resolve("report.csv/full"));

        String cause = failure("out", "report.csv", "figures");

        assertThat(cause).isEqualTo(directory.resolve("report.csv") + " is a folder");
        assertThat(names(directory)).containsExactly("report.csv");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
