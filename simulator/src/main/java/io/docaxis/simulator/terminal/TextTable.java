package io.docaxis.simulator.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of text, each one line, in columns as wide as what is in them. The last column, and whatever is beyond a width, is not padded. Not thread-safe.
 */
public final class TextTable {

    private static final String GAP = "  ";
    private static final String CUT = "…";

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] right;

    private TextTable(List<String> head) {
        rows.add(head);
        right = new boolean[head.size()];
    }

    public static TextTable of(String... head) {
        return new TextTable(List.of(head));
    }

    /** These columns, from 0, are numbers: aligned at their ends. */
    public TextTable right(int... columns) {
        for (int column : columns) {
            right[column] = true;
        }
        return this;
    }

    /** @throws IllegalArgumentException if there are not as many cells as columns */
    public TextTable row(String... cells) {
        if (cells.length != right.length) {
            throw new IllegalArgumentException(cells.length + " cells: want " + right.length);
        }
        rows.add(Stream.of(cells).map(ForeignText::line).toList());
        return this;
    }

    /** All lines, however long. */
    public String text() {
        return text(Integer.MAX_VALUE);
    }

    /** All lines; those that are longer than the width are cut, which is marked. */
    public String text(int width) {
        return text(width, 0);
    }

    /**
     * The same; where the columns up to one of them are too wide together, the first is left out.
     *
     * @param wanted the last column, from 0, that is to be seen
     */
    public String text(int width, int wanted) {
        int[] widths = new int[right.length];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        });
        int needed = Arrays.stream(widths, 0, wanted + 1).sum() + wanted * GAP.length() + CUT.length();
        int first = wanted > 0 && needed > width ? 1 : 0;
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(cut(line(row, widths, first), width)).append('\n'));
        return text.toString();
    }

    private String line(List<String> row, int[] widths, int first) {
        StringBuilder line = new StringBuilder();
        for (int i = first; i < widths.length; i++) {
            String cell = row.get(i);
            String padding = " ".repeat(widths[i] - length(cell));
            line.append(i == first ? "" : GAP);
            line.append(right[i] ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String line, int width) {
        return length(line) <= width
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.max(0, width - 1))) + CUT;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
