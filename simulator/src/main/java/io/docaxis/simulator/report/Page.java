package io.docaxis.simulator.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** A page of HTML that needs nothing from elsewhere and follows the reader's light or dark setting. Texts are plain text. */
public final class Page {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1d2733; --soft: #5b6875; --line: #d5dbe1; --back: #ffffff;
              --bar: #2f6fb0; --wanted: #c3cfdb; --second: #b4541a; --third: #1d2733; --good: #1f7a45; --bad: #b3261e; --badback: #fdecea; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e4e9ee; --soft: #9aa7b4; --line: #37424d;
              --back: #12181f; --bar: #6aa5dd; --wanted: #3d4c5b; --second: #f0a35e; --third: #e4e9ee; --good: #69c08d; --bad: #f2897f; --badback: #3a1b19; } }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--back);
              max-width: 58rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; margin-bottom: 0.2rem; } h2 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
            p { margin: 0.4rem 0; } .soft { color: var(--soft); }
            .warning { border-left: 4px solid var(--bad); background: var(--badback); padding: 0.6rem 1rem; }
            .warning strong { color: var(--bad); }
            .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
            th, td { text-align: right; padding: 0.25rem 0.6rem; border-bottom: 1px solid var(--line);
              font-variant-numeric: tabular-nums; white-space: nowrap; }
            th { color: var(--soft); font-weight: 600; white-space: normal; vertical-align: bottom; } th:first-child, td:first-child { text-align: left; white-space: normal; min-width: 9rem; }
            td.good { color: var(--good); } td.bad { color: var(--bad); font-weight: 600; }
            svg { width: 100%; min-width: 34rem; height: auto; } svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
            svg .bar { fill: var(--bar); } svg .range { stroke: var(--ink); stroke-width: 1.5; }
            svg .tick { fill: var(--soft); font-size: 12px; } svg .grid { stroke: var(--line); stroke-width: 1; }
            svg .band { fill: var(--line); fill-opacity: 0.35; }
            svg .line { fill: none; stroke-linejoin: round; stroke-linecap: round; stroke-width: 1.8; }
            svg .wanted { stroke: var(--wanted); stroke-width: 6; } svg .solid { stroke: var(--bar); }
            svg .dashed { stroke: var(--second); stroke-dasharray: 7 4; }
            svg .dotted { stroke: var(--third); stroke-width: 2.2; stroke-dasharray: 0.1 4.5; }
            .verdict { border-left: 4px solid var(--good); padding: 0.3rem 1rem; font-weight: 600; }
            .verdict.bad { border-color: var(--bad); }
            """;

    /** Words of findings about a requirement, which have a colour in tables. */
    public static final String HELD = "held";

    public static final String BROKEN = "BROKEN";
    public static final String UNKNOWN = "UNKNOWN";

    private static final int WIDTH = 860;
    private static final int NAME_WIDTH = 270;
    private static final int VALUE_WIDTH = 190;
    private static final int ROW = 26;

    private final StringBuilder body = new StringBuilder();
    private final String title;

    /** One measurement of a chart; {@code written} is shown beside it. */
    public record Bar(String name, Spread spread, String written) {}

    public Page(String title) {
        this.title = title;
        body.append("<h1>").append(Markup.escaped(title)).append("</h1>\n");
    }

    public Page heading(String text) {
        body.append("<h2>").append(Markup.escaped(text)).append("</h2>\n");
        return this;
    }

    public Page note(String text) {
        body.append("<p class=\"soft\">").append(Markup.escaped(text)).append("</p>\n");
        return this;
    }

    /** What it comes to, in a sentence. */
    public Page verdict(String text, boolean good) {
        append("<p class=\"verdict%s\">%s</p>\n", good ? "" : " bad", Markup.escaped(text));
        return this;
    }

    /** Says that the figures are not to be trusted, and why; nothing where there are no doubts. */
    public Page doubts(List<String> doubts) {
        return warning("Don't trust this.", doubts);
    }

    /** Something to be read before the figures; nothing where it has no reasons. */
    public Page warning(String title, List<String> doubts) {
        if (!doubts.isEmpty()) {
            append("<div class=\"warning\" role=\"alert\"><strong>%s</strong><ul>\n", Markup.escaped(title));
            doubts.forEach(
                    doubt -> body.append("<li>").append(Markup.escaped(doubt)).append("</li>\n"));
            body.append("</ul></div>\n");
        }
        return this;
    }

    public Page table(List<String> head, List<List<String>> rows) {
        body.append("<div class=\"wide\"><table><thead><tr>");
        head.forEach(cell ->
                body.append("<th scope=\"col\">").append(Markup.escaped(cell)).append("</th>"));
        body.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            body.append("<tr>");
            row.forEach(cell -> body.append("<td")
                    .append(kind(cell))
                    .append('>')
                    .append(Markup.escaped(cell))
                    .append("</td>"));
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div>\n");
        return this;
    }

    public Page targets(List<Target> targets) {
        return heading("Targets")
                .table(
                        List.of("on two processors", "must", "reach for", "measured", ""),
                        targets.stream().map(Target::row).toList());
    }

    public Page chart(Chart chart) {
        heading(chart.title());
        body.append("<div class=\"wide\">").append(chart.svg()).append("</div>\n");
        return this;
    }

    /** Bars from 0, with a line from the least to the most where these differ; what is unknown has none. */
    public Page bars(String name, List<Bar> all) {
        List<Bar> bars =
                all.stream().filter(bar -> Double.isFinite(bar.spread().max())).toList();
        heading(name);
        double most = bars.stream().mapToDouble(bar -> bar.spread().max()).max().orElse(1);
        double scale = (WIDTH - NAME_WIDTH - VALUE_WIDTH) / Math.max(most, Double.MIN_NORMAL);
        append(
                "<div class=\"wide\"><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH, ROW * bars.size(), Markup.escaped(name));
        for (int i = 0; i < bars.size(); i++) {
            bar(bars.get(i), i * ROW, scale);
        }
        body.append("</svg></div>\n");
        return this;
    }

    private void bar(Bar bar, int top, double scale) {
        int middle = top + ROW / 2;
        append("<text x=\"0\" y=\"%d\">%s</text>", middle + 4, Markup.escaped(bar.name()));
        append(
                "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>",
                NAME_WIDTH, top + 4, bar.spread().median() * scale, ROW - 8);
        if (bar.spread().max() > bar.spread().min()) {
            append(
                    "<line class=\"range\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
                    NAME_WIDTH + bar.spread().min() * scale,
                    middle,
                    NAME_WIDTH + bar.spread().max() * scale,
                    middle);
        }
        append(
                "<text x=\"%.1f\" y=\"%d\">%s</text>\n",
                NAME_WIDTH + bar.spread().max() * scale + 8, middle + 4, Markup.escaped(bar.written()));
    }

    /** The whole page. It lets a browser load nothing, and use no style but its own. */
    public String html() {
        String style = "\n" + STYLE;
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" + hash(style)
                + "'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
                + Markup.escaped(title) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n" + body
                + "</body>\n</html>\n";
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void append(String format, Object... arguments) {
        body.append(String.format(Locale.ROOT, format, arguments));
    }

    private static String kind(String cell) {
        return switch (cell) {
            case Target.MISSED, BROKEN, UNKNOWN -> " class=\"bad\"";
            case Target.MET, Target.REACHED, HELD -> " class=\"good\"";
            default -> "";
        };
    }
}
