package com.giosg.chatreports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of the shipped folders, for tests that change them. */
public final class Folders {

    private Folders() {}

    /** A folder as {@code chat-reports.home} names it: configuration, routes and templates. */
    public static Path homeIn(Path folder) throws IOException {
        for (String name : List.of("config", "routes", "templates")) {
            copy(Path.of(name), folder.resolve(name));
        }
        return folder;
    }

    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path copy = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }
}
