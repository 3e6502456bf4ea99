package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.ledger.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out what became of a delivery that nobody saw the end of, where that can be seen. */
final class InPlace {

    private static final String FILE = "file";

    private InPlace() {}

    /** The delivered file, byte for byte; empty where it is not there, or where the sink cannot be looked into. */
    static Optional<Path> find(Sink sink, Delivery delivery) {
        return sink.directory()
                .filter(directory -> sink.kind().name().equals(FILE))
                .map(directory -> Path.of(directory.fixed()).resolve(delivery.fileName()))
                .filter(file -> isSame(file, delivery.file()));
    }

    private static boolean isSame(Path there, Path here) {
        try {
            return Files.isRegularFile(there) && Files.mismatch(there, here) < 0;
        } catch (IOException e) {
            return false;
        }
    }
}
