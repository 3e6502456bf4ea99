package com.giosg.chatreports.format.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** How much of one colour is where: drawn in white on black, kept as a PNG that is transparent where nothing is drawn. */
final class Ink {

    /** For screens that show a pixel of a page as two by two. */
    private static final int SCALE = 2;

    /** Degrees of ink: as many as smooth edges need at that size; twice as many would make a quarter more bytes. */
    private static final int DEGREES = 8;

    private static final int BITS = 4;

    private static final int FULL = 0xff;

    /** A fifth smaller than what is usual. The best there is would take twice the time for another tenth. */
    private static final float QUALITY = 1 / 3f;

    /** Of each brightness: a quarter of a million pixels are looked up. */
    private static final int[] DEGREE = IntStream.rangeClosed(0, FULL)
            .map(brightness -> Math.round(brightness * (DEGREES - 1) / (float) FULL))
            .toArray();

    private final BufferedImage drawn;

    /** An empty one, of some pixels of a page. */
    Ink(int width, int height) {
        // Grey as one number a pixel would do, but for that kind Java loads its colour management.
        this.drawn = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    }

    Graphics2D graphics() {
        Graphics2D graphics = drawn.createGraphics();
        graphics.scale(SCALE, SCALE);
        return graphics;
    }

    byte[] png(Color colour) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        // Not through a file, which ImageIO would make for a plain stream.
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(colour), null, null), smallest(writer.getDefaultWriteParam()));
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam smallest(ImageWriteParam settings) {
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(QUALITY);
        return settings;
    }

    /** The widths of pictures are even, so that no line of it ends within a byte. */
    private BufferedImage image(Color colour) {
        BufferedImage image =
                new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_BYTE_BINARY, degrees(colour));
        byte[] halves = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int[] pixels = ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData();
        for (int index = 0; index < halves.length; index++) {
            halves[index] = (byte) (DEGREE[pixels[2 * index] & FULL] << BITS | DEGREE[pixels[2 * index + 1] & FULL]);
        }
        return image;
    }

    private static IndexColorModel degrees(Color colour) {
        byte[] opacities = new byte[1 << BITS];
        for (int degree = 0; degree < DEGREES; degree++) {
            opacities[degree] = (byte) (degree * FULL / (DEGREES - 1));
        }
        return new IndexColorModel(
                BITS, 1 << BITS, all(colour.getRed()), all(colour.getGreen()), all(colour.getBlue()), opacities);
    }

    private static byte[] all(int part) {
        byte[] parts = new byte[1 << BITS];
        Arrays.fill(parts, (byte) part);
        return parts;
    }
}
