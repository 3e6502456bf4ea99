package com.giosg.chatreports.ledger;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes what is old: first the files of runs, later what the ledger says about them. Runs that are not over and runs
 * that failed are kept, however old, until somebody takes care of them.
 *
 * @param data the data folder
 * @param files how long files are kept after the end of their run
 */
public record Retention(SqlLedger ledger, Path data, Duration files) {

    /** More than a year, so that last year's run of a yearly report can be looked up. */
    private static final Duration ROWS = Duration.ofDays(400);

    /** Whatever is old by now. */
    public void apply(Instant now) throws IOException {
        for (String runId : ledger.settledBefore(now.minus(files))) {
            Path folder = data.resolve("runs").resolve(runId);
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                delete(folder);
            }
        }
        ledger.forgetSettledBefore(now.minus(ROWS));
    }

    /** Links are removed, not followed. */
    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
