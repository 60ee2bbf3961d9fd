package io.docaxis.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines over two axes, as a picture inside a page. Lines differ in dashes and thickness as well as in colour, so that they can be
 * told apart in grey. What is not known is a gap.
 */
public final class Chart {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 300;
    private static final int LEFT = 84;
    private static final int RIGHT = 16;
    private static final int TOP = 46;
    private static final int BOTTOM = 46;
    private static final int LEGEND_LINE = 30;
    private static final int LETTER = 7;

    private final String title;
    private final Axis across;
    private final Axis up;
    private final List<Line> lines = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();

    /** How a line is drawn. */
    public enum Look {
        /** Thick and pale, below the others: what was wanted. */
        WANTED,
        SOLID,
        DASHED,
        DOTTED;

        String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A point; its height may be not a number, which is a gap. */
    public record Point(double across, double up) {}

    private record Line(String name, Look look, List<Point> points) {}

    private record Band(String name, double from, double to) {}

    public Chart(String title, Axis across, Axis up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** Lines are drawn in the order in which they are given. A line without any known point is only named. */
    public Chart line(String name, Look look, List<Point> points) {
        lines.add(new Line(name, look, List.copyOf(points)));
        return this;
    }

    /** A part of the picture that is shaded and named; nothing where it has no width. */
    public Chart band(String name, double from, double to) {
        if (to > from && from < across.to()) {
            bands.add(new Band(name, Math.max(from, across.from()), Math.min(to, across.to())));
        }
        return this;
    }

    String title() {
        return title;
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        append(
                svg,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH,
                HEIGHT,
                Markup.escaped(title));
        bands.forEach(band -> band(svg, band));
        grid(svg);
        lines.forEach(line -> line(svg, line));
        legend(svg);
        return svg.append("</svg>\n").toString();
    }

    private void band(StringBuilder svg, Band band) {
        double x = x(band.from());
        append(
                svg,
                "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                x,
                TOP,
                x(band.to()) - x,
                HEIGHT - TOP - BOTTOM);
        append(
                svg,
                "<text class=\"tick\" x=\"%.1f\" y=\"%d\">%s</text>\n",
                x + 4,
                TOP + 14,
                x(band.to()) - x > LETTER * band.name().length() ? Markup.escaped(band.name()) : "");
    }

    private void grid(StringBuilder svg) {
        for (double tick : up.ticks()) {
            append(
                    svg,
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>"
                            + "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
                    LEFT,
                    y(tick),
                    WIDTH - RIGHT,
                    y(tick),
                    LEFT - 8,
                    y(tick) + 4,
                    Markup.escaped(up.written().apply(tick)));
        }
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : across.ticks()) {
            String written = across.written().apply(tick);
            double half = LETTER * written.length() / 2.0;
            append(
                    svg,
                    "<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
                    x(tick),
                    HEIGHT - BOTTOM,
                    x(tick),
                    HEIGHT - BOTTOM + 5);
            if (x(tick) - half > free) {
                append(
                        svg,
                        "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
                        Math.min(x(tick), WIDTH - half),
                        HEIGHT - BOTTOM + 20,
                        Markup.escaped(written));
                free = x(tick) + half + LETTER;
            }
        }
        append(
                svg,
                "<text class=\"tick\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                        + "<text class=\"tick\" x=\"0\" y=\"12\">%s</text>\n",
                WIDTH - RIGHT,
                HEIGHT - 6,
                Markup.escaped(across.name()),
                Markup.escaped(up.name()));
    }

    /** A stretch of known points after a gap is a new one; a single point is a dot. */
    private void line(StringBuilder svg, Line line) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (Point point : line.points()) {
            boolean known = Double.isFinite(point.up());
            if (known) {
                append(path, drawing ? "L%.1f %.1f" : "M%.1f %.1fh0", x(point.across()), y(point.up()));
            }
            drawing = known;
        }
        if (!path.isEmpty()) {
            append(svg, "<path class=\"line %s\" d=\"%s\"/>\n", line.look().css(), path);
        }
    }

    private void legend(StringBuilder svg) {
        double x = LEFT;
        for (Line line : lines) {
            boolean known = line.points().stream().anyMatch(point -> Double.isFinite(point.up()));
            String name = known ? line.name() : line.name() + " (unknown)";
            append(
                    svg,
                    "<path class=\"line %s\" d=\"M%.1f 30h%d\"/><text x=\"%.1f\" y=\"34\">%s</text>\n",
                    line.look().css(),
                    x,
                    LEGEND_LINE,
                    x + LEGEND_LINE + 6,
                    Markup.escaped(name));
            x += LEGEND_LINE + 24 + LETTER * name.length();
        }
    }

    private double x(double value) {
        return LEFT + across.at(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - up.at(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static void append(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments));
    }
}
