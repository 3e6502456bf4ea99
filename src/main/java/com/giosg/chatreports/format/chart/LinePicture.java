package com.giosg.chatreports.format.chart;

import com.giosg.chatreports.format.chart.LinePlot.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The same line as a picture, for what shows no SVG. It has no text, for which a machine would need fonts, and no ground:
 * it is one colour, here more and there less of it, and lies on whatever is below.
 */
public final class LinePicture {

    static {
        // Before the first colour, which asks for it: with a screen at hand, Java would open it, and fail where it is
        // somebody else's. The launcher says it too; tests and other starts do not.
        System.setProperty("java.awt.headless", "true");
    }

    /** Room on every side for half a dot, in pixels of a page, as all lengths are here. */
    private static final double EDGE = 5;

    private static final double THIN = 1;
    private static final float STROKE = 2.4f;

    /** Where the line goes up and down more often than that, it would become an area. */
    private static final float FINE_STROKE = 1.5f;

    private static final int MOST_FOR_STROKE = 60;
    private static final double DOT = 3.5;

    /** A picture becomes half as large on a telephone, and its dots with it. */
    private static final int MOST_DOTS = 14;

    /** Around a dot, so that it is told apart from the line. */
    private static final double HALO = 1.5;

    private static final Color SOLID = Color.WHITE;
    private static final Color NOTHING = Color.BLACK;
    private static final Color TINT = new Color(255, 255, 255, 34);
    private static final Color LEVEL = new Color(255, 255, 255, 58);
    private static final Color BASE = new Color(255, 255, 255, 130);

    private final LinePlot plot;
    private final float stroke;
    private final double inset;
    private final Graphics2D graphics;
    private final int width;
    private final int height;

    private LinePicture(List<Sample> samples, Graphics2D graphics, int width, int height) {
        this.plot = LinePlot.of(samples, MOST_DOTS);
        this.stroke = samples.size() > MOST_FOR_STROKE ? FINE_STROKE : STROKE;
        this.inset = Math.max(0, EDGE - LinePlot.middle(0, samples.size()) * width);
        this.graphics = graphics;
        this.width = width;
        this.height = height;
    }

    /**
     * Draws a line through samples of which at least one has a value; where one is missing it is broken.
     *
     * @param width in pixels of a page; the picture has twice as many
     * @param height in the same way
     * @param colour as CSS writes it: # and six digits
     * @return a PNG, the same for the same line
     */
    public static byte[] png(List<Sample> samples, int width, int height, String colour) {
        Ink ink = new Ink(width, height);
        Graphics2D graphics = ink.graphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            new LinePicture(samples, graphics, width, height).draw();
        } finally {
            graphics.dispose();
        }
        return ink.png(Color.decode(colour));
    }

    private void draw() {
        plot.strokes().forEach(piece -> fill(area(piece), TINT));
        plot.levels().forEach(level -> fill(across(level.y()), LEVEL));
        fill(across(plot.zero()), BASE);
        graphics.setColor(SOLID);
        graphics.setStroke(new BasicStroke(stroke, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        plot.strokes().forEach(piece -> graphics.draw(line(piece)));
        plot.dots().forEach(this::dot);
    }

    private void dot(Point point) {
        fill(circle(point, DOT + HALO), NOTHING);
        fill(circle(point, DOT), SOLID);
        if (point.sample().open()) {
            fill(circle(point, DOT - STROKE * 0.7), NOTHING);
        }
    }

    private void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    /** On whole pixels, or it would be twice as broad and half as strong. */
    private Rectangle2D across(double share) {
        return new Rectangle2D.Double(0, Math.rint(y(share) - THIN / 2), width, THIN);
    }

    private Path2D line(List<Point> piece) {
        Path2D line = new Path2D.Double();
        line.moveTo(x(piece.get(0)), y(piece.get(0).y()));
        piece.forEach(point -> line.lineTo(x(point), y(point.y())));
        return line;
    }

    private Path2D area(List<Point> piece) {
        Path2D area = line(piece);
        area.lineTo(x(piece.get(piece.size() - 1)), y(plot.zero()));
        area.lineTo(x(piece.get(0)), y(plot.zero()));
        area.closePath();
        return area;
    }

    private Ellipse2D circle(Point point, double radius) {
        return new Ellipse2D.Double(x(point) - radius, y(point.y()) - radius, 2 * radius, 2 * radius);
    }

    /** In the middle of its share of the width, so that it stands above a cell of a table that is as wide. */
    private double x(Point point) {
        return inset + point.x() * (width - 2 * inset);
    }

    private double y(double share) {
        return EDGE + (1 - share) * (height - 2 * EDGE);
    }
}
