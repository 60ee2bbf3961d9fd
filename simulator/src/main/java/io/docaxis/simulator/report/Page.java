package io.docaxis.simulator.report;

import java.util.List;
import java.util.Locale;

/** A page of HTML that needs nothing from elsewhere and follows the reader's light or dark setting. Texts are plain text. */
public final class Page {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1d2733; --soft: #5b6875; --line: #d5dbe1; --back: #ffffff;
              --bar: #2f6fb0; --good: #1f7a45; --bad: #b3261e; --badback: #fdecea; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e4e9ee; --soft: #9aa7b4; --line: #37424d;
              --back: #12181f; --bar: #6aa5dd; --good: #69c08d; --bad: #f2897f; --badback: #3a1b19; } }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--back);
              max-width: 58rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; margin-bottom: 0.2rem; } h2 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
            p { margin: 0.4rem 0; } .soft { color: var(--soft); }
            .warning { border-left: 4px solid var(--bad); background: var(--badback); padding: 0.6rem 1rem; }
            .warning strong { color: var(--bad); }
            .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
            th, td { text-align: right; padding: 0.25rem 0.6rem; border-bottom: 1px solid var(--line);
              font-variant-numeric: tabular-nums; white-space: nowrap; }
            th { color: var(--soft); font-weight: 600; white-space: normal; vertical-align: bottom; } th:first-child, td:first-child { text-align: left; white-space: normal; }
            td.good { color: var(--good); } td.bad { color: var(--bad); font-weight: 600; }
            svg { width: 100%; min-width: 34rem; height: auto; } svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
            svg .bar { fill: var(--bar); } svg .range { stroke: var(--ink); stroke-width: 1.5; }
            """;

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
        body.append("<h1>").append(escaped(title)).append("</h1>\n");
    }

    public Page heading(String text) {
        body.append("<h2>").append(escaped(text)).append("</h2>\n");
        return this;
    }

    public Page note(String text) {
        body.append("<p class=\"soft\">").append(escaped(text)).append("</p>\n");
        return this;
    }

    /** Says that the figures are not to be trusted, and why; nothing where there are no doubts. */
    public Page doubts(List<String> doubts) {
        if (!doubts.isEmpty()) {
            body.append("<div class=\"warning\" role=\"alert\"><strong>Don't trust this.</strong><ul>\n");
            doubts.forEach(doubt -> body.append("<li>").append(escaped(doubt)).append("</li>\n"));
            body.append("</ul></div>\n");
        }
        return this;
    }

    public Page table(List<String> head, List<List<String>> rows) {
        body.append("<div class=\"wide\"><table><thead><tr>");
        head.forEach(
                cell -> body.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
        body.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            body.append("<tr>");
            row.forEach(cell -> body.append("<td")
                    .append(kind(cell))
                    .append('>')
                    .append(escaped(cell))
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

    /** Bars from 0, with a line from the least to the most where these differ; what is unknown has none. */
    public Page bars(String name, List<Bar> all) {
        List<Bar> bars =
                all.stream().filter(bar -> Double.isFinite(bar.spread().max())).toList();
        heading(name);
        double most = bars.stream().mapToDouble(bar -> bar.spread().max()).max().orElse(1);
        double scale = (WIDTH - NAME_WIDTH - VALUE_WIDTH) / Math.max(most, Double.MIN_NORMAL);
        append(
                "<div class=\"wide\"><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH, ROW * bars.size(), escaped(name));
        for (int i = 0; i < bars.size(); i++) {
            bar(bars.get(i), i * ROW, scale);
        }
        body.append("</svg></div>\n");
        return this;
    }

    private void bar(Bar bar, int top, double scale) {
        int middle = top + ROW / 2;
        append("<text x=\"0\" y=\"%d\">%s</text>", middle + 4, escaped(bar.name()));
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
                NAME_WIDTH + bar.spread().max() * scale + 8, middle + 4, escaped(bar.written()));
    }

    public String html() {
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped(title)
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
    }

    private void append(String format, Object... arguments) {
        body.append(String.format(Locale.ROOT, format, arguments));
    }

    private static String kind(String cell) {
        return switch (cell) {
            case Target.MISSED -> " class=\"bad\"";
            case Target.MET, Target.REACHED -> " class=\"good\"";
            default -> "";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
