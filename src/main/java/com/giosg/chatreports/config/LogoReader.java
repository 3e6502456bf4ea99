package com.giosg.chatreports.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads a logo from its file; throws {@link IllegalArgumentException} with an operator's message. */
final class LogoReader {

    /** Every mail and every page carries it. */
    private static final int LARGEST = 100 * 1024;

    /** The room that it is shown in, in pixels of a page; smaller ones stay as they are. */
    private static final int WIDEST = 240;

    private static final int HIGHEST = 48;

    /** Known by what its files begin with; what a file is called says nothing. */
    private enum Kind {
        PNG("89504e470d0a1a0a"),
        JPEG("ffd8ff");

        private final String signature;

        Kind(String signature) {
            this.signature = signature;
        }

        static Kind of(byte[] bytes) {
            String beginning = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, PNG.signature.length() / 2));
            return Arrays.stream(values())
                    .filter(kind -> beginning.startsWith(kind.signature))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("is neither a PNG nor a JPEG; save it as one"));
        }

        String mediaType() {
            return "image/" + Scalars.spelled(this);
        }
    }

    private LogoReader() {}

    /** Relative names start from the current folder, as those of all files do. */
    static Logo read(String name) {
        byte[] bytes = bytes(Path.of(name));
        Kind kind = Kind.of(bytes);
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return logo(kind, bytes, reader.getWidth(0), reader.getHeight(0));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("begins as a %s but is broken; save it anew".formatted(kind), e);
        } finally {
            reader.dispose();
        }
    }

    private static Logo logo(Kind kind, byte[] bytes, int width, int height) {
        double scale = Math.min(1, Math.min((double) WIDEST / width, (double) HIGHEST / height));
        return new Logo(
                kind.mediaType(), Base64.getEncoder().encodeToString(bytes), shown(width, scale), shown(height, scale));
    }

    private static int shown(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("is a folder; name the file in it, e.g. " + file.resolve("logo.png"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IllegalArgumentException(
                        "has more than 100 KiB, which every mail would carry; save it smaller");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "there is no file %s, seen from the current folder".formatted(Quoted.of(file.toString())), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file cannot be read (%s)".formatted(e.getClass().getSimpleName()), e);
        }
    }
}
