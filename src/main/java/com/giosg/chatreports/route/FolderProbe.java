package com.giosg.chatreports.route;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out whether a folder can be written to by doing it, and leaves it as it was. */
public final class FolderProbe {

    /** As the file sink calls what it has not finished. */
    private static final String PREFIX = ".writing-";

    /**
     * Writes a file into a folder and takes it away again.
     *
     * @param directory need not be there: it could be made where the nearest folder above it can be written to
     * @throws IOException why not
     */
    public void write(String directory) throws IOException {
        Path nearest = Path.of(directory).toAbsolutePath();
        while (!Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest)) {
            throw new IOException(nearest + " is not a folder");
        }
        try {
            Files.delete(Files.createTempFile(nearest, PREFIX, ""));
        } catch (AccessDeniedException e) {
            throw asAbout(nearest, e);
        }
    }

    /** The name of a file that was never made is no help. */
    private static AccessDeniedException asAbout(Path folder, AccessDeniedException denied) {
        AccessDeniedException told = new AccessDeniedException(folder.toString());
        told.addSuppressed(denied);
        return told;
    }
}
