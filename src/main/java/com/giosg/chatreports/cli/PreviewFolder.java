package com.giosg.chatreports.cli;

import com.giosg.chatreports.format.Artifacts;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Folders;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.route.Previews;
import com.giosg.chatreports.row.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Where one preview goes: {@code index.html}, {@code sinks/<sink>/…} as each sink gets it, {@code requests/<request>.json},
 * {@code rows.csv}.
 */
record PreviewFolder(Path folder) {

    /** How files of the run come here. */
    enum Taking {
        /** Nobody else wants them. */
        MOVED,
        /** They were delivered, and are kept for sending them again. */
        COPIED
    }

    /** What an earlier preview left here gives way. */
    static PreviewFolder cleared(Path folder) throws IOException {
        PreviewFolder cleared = new PreviewFolder(folder);
        for (Path old :
                List.of(cleared.page(), folder.resolve("sinks"), cleared.requests(), folder.resolve(Previews.ROWS))) {
            Folders.delete(old);
        }
        Files.createDirectories(cleared.requests());
        return cleared;
    }

    Path page() {
        return folder.resolve("index.html");
    }

    Path requests() {
        return folder.resolve("requests");
    }

    /**
     * All rows of a run.
     *
     * @param kept the folder of the run
     */
    Optional<Path> rows(RunResult result, Path kept, Taking taking) throws IOException {
        Path rows = folder.resolve(Previews.ROWS);
        if (taking == Taking.MOVED) {
            Path made = kept.resolve(Previews.ROWS);
            return Files.exists(made) ? Optional.of(take(made, rows, taking)) : Optional.empty();
        }
        List<Part> parts = result.requests().stream()
                .map(RequestEntry::part)
                .flatMap(Optional::stream)
                .toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Artifacts.rows(parts, rows).file());
    }

    /** An artifact, as its sink would get it; empty where it is not there. */
    Optional<Path> artifact(Delivery delivery, Taking taking) throws IOException {
        return Files.exists(delivery.file())
                ? Optional.of(take(
                        delivery.file(),
                        folder.resolve("sinks").resolve(delivery.sink()).resolve(delivery.fileName()),
                        taking))
                : Optional.empty();
    }

    private static Path take(Path from, Path to, Taking taking) throws IOException {
        Files.createDirectories(to.getParent());
        return taking == Taking.MOVED
                ? Files.move(from, to, StandardCopyOption.REPLACE_EXISTING)
                : Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
