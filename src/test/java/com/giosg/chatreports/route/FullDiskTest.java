package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** A file sink on a disk without space for the report: a small file system in memory, which only root can set up. */
class FullDiskTest extends RouteTestSupport {

    private static final String FIGURES = "figures\n".repeat(10_000);

    private Path disk;

    @Override
    String sinks() {
        disk = folder.resolve("disk");
        return "out: { type: file, directory: \"%s\" }".formatted(disk);
    }

    @Test
    void leavesTheOldReportAndNothingElseAndSaysWhatCouldNotBeWritten() throws Exception {
        try (SmallDisk small = SmallDisk.at(disk, "16k")) {
            Files.writeString(disk.resolve("report.csv"), "old");

            Exchange exchange = deliver();

            assertThat(SinkCauses.words(exchange.getException()))
                    .isEqualTo(
                            "cannot write %s: No space left on device".formatted(disk.resolve(".writing-report.csv")));
            assertThat(disk.resolve("report.csv")).hasContent("old");
            try (Stream<Path> left = Files.list(small.folder())) {
                assertThat(left).containsExactly(disk.resolve("report.csv"));
            }
        }
    }

    private Exchange deliver() throws IOException {
        File report = Files.writeString(folder.resolve("made.csv"), FIGURES).toFile();
        return send("direct:sink-out", report, Map.of("fileName", "report.csv"));
    }
}
