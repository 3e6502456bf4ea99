package com.giosg.chatreports.route;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small file system in memory, which only root can set up: where nobody may, the test is left out.
 *
 * @param folder where it can be found
 */
public record SmallDisk(Path folder) implements AutoCloseable {

    private static final String BALLAST = "ballast";
    private static final int PIECE = 1 << 12;

    /**
     * Sets it up.
     *
     * @param size as {@code mount} takes it, e.g. {@code 16k}
     */
    public static SmallDisk at(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
                "may not mount a small disk");
        return new SmallDisk(folder);
    }

    /** Takes what is left of it, but for so many bytes. */
    public void fill(long left) throws IOException {
        Path ballast = folder.resolve(BALLAST);
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] piece = new byte[PIECE];
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
                file.setLength(Math.max(0, file.length() - left));
            }
        }
    }

    /** Gives back what {@link #fill} took. */
    public void free() throws IOException {
        Files.delete(folder.resolve(BALLAST));
    }

    /** Also while somebody has files open there. */
    @Override
    public void close() throws IOException {
        run("umount", "--lazy", folder.toString());
    }

    private static boolean run(String... command) throws IOException {
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.onExit().orTimeout(10, TimeUnit.SECONDS).join().exitValue() == 0;
    }
}
