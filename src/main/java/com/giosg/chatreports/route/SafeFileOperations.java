package com.giosg.chatreports.route;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.FileOperations;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/**
 * What Camel does to files, and what it leaves to others: no link below an endpoint's directory is followed, bytes are
 * on disk before a file gets its name, a file gets its name in one step or not at all, and what failed half-way is
 * removed. Camel itself copies without forcing, and tries a failed rename three times, a second apart, before it
 * copies over the old file.
 */
final class SafeFileOperations extends FileOperations {

    private final Path directory;
    private final String prefix;

    SafeFileOperations(FileEndpoint endpoint) {
        super(endpoint);
        this.directory = endpoint.getFile().toPath();
        this.prefix = endpoint.getTempPrefix();
    }

    @Override
    public boolean buildDirectory(String name, boolean absolute) {
        Path folder = Path.of(name);
        refuseLinks(folder);
        boolean built = super.buildDirectory(name, absolute);
        Path obstacle = nearestThatExists(folder);
        if (!Files.isDirectory(obstacle)) {
            throw new GenericFileOperationFailedException(obstacle + " is not a folder");
        }
        if (!built) {
            throw new GenericFileOperationFailedException(
                    "the folder %s cannot be made in %s".formatted(name, obstacle));
        }
        return true;
    }

    /** The directory itself may be a link: the operator named it. */
    private void refuseLinks(Path folder) {
        for (Path below = folder; below.startsWith(directory) && !below.equals(directory); below = below.getParent()) {
            if (Files.isSymbolicLink(below)) {
                throw new GenericFileOperationFailedException(below + " is a link, which is not followed");
            }
        }
    }

    private static Path nearestThatExists(Path folder) {
        Path nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    @Override
    public boolean storeFile(String name, Exchange exchange, long size) {
        Path file = Path.of(name);
        try {
            boolean stored = super.storeFile(name, exchange, size);
            force(file);
            return stored;
        } catch (IOException e) {
            throw dropTemporary(file, new GenericFileOperationFailedException(name + " is not safely on disk", e));
        } catch (GenericFileOperationFailedException e) {
            throw dropTemporary(file, e);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public boolean renameFile(String from, String to) {
        try {
            Files.move(Path.of(from), Path.of(to), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            GenericFileOperationFailedException failure = Files.isDirectory(Path.of(to))
                    ? new GenericFileOperationFailedException(to + " is a folder")
                    : new GenericFileOperationFailedException("%s cannot be renamed to %s".formatted(from, to), e);
            throw dropTemporary(Path.of(from), failure);
        }
    }

    /** Of what is there, only the endpoint's own temporary files are removed. */
    private GenericFileOperationFailedException dropTemporary(Path file, GenericFileOperationFailedException failure) {
        if (prefix != null && file.getFileName().toString().startsWith(prefix)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        return failure;
    }
}
