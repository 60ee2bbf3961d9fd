package io.docaxis.monitor.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Points of several series over time, in bounded memory: the newest as they came, older ones farther apart. Where a level is full, its oldest points are
 * merged into one of the level below; where the lowest is full, its points are merged by twos, and it takes them twice as far apart from
 * then on; it has an even number. What is not a number is unknown. Not thread-safe.
 */
final class AgingPoints {

    /** How several values become one. */
    enum Merging {
        /** A counter, or when: the last that is known stands for all. */
        LAST,
        /** Something to be noticed however short it was: the most stands; unknown if half of them or more are. */
        MOST
    }

    private static final int MERGED = 4;
    private static final int HALVED = 2;

    private final List<Merging> columns;
    private final int newest;
    private final int older;
    /** From the newest points to the oldest. */
    private final List<Deque<double[]>> levels = new ArrayList<>();
    /** Points that become one of the lowest level; they double each time that it is full. */
    private int stride = 1;

    private Span forming;

    /** Points that become one. */
    private final class Span {
        final double[] one = new double[columns.size()];
        final int[] known = new int[columns.size()];
        int points;

        Span() {
            Arrays.fill(one, Double.NaN);
        }

        void add(double[] point) {
            points++;
            for (int i = 0; i < one.length; i++) {
                if (!Double.isNaN(point[i])) {
                    known[i]++;
                    boolean stands = columns.get(i) == Merging.MOST && one[i] >= point[i];
                    one[i] = stands ? one[i] : point[i];
                }
            }
        }

        double[] merged() {
            double[] merged = one.clone();
            for (int i = 0; i < merged.length; i++) {
                if (columns.get(i) == Merging.MOST && known[i] * 2 <= points) {
                    merged[i] = Double.NaN;
                }
            }
            return merged;
        }
    }

    /**
     * Nothing yet.
     *
     * @param columns how each is merged
     * @param newest points that are kept as they came
     * @param levels of older ones, at least one
     * @param older points of each of those levels
     */
    AgingPoints(List<Merging> columns, int newest, int levels, int older) {
        this.columns = List.copyOf(columns);
        this.newest = newest;
        this.older = older;
        for (int level = 0; level <= levels; level++) {
            this.levels.add(new ArrayDeque<>());
        }
        forming = new Span();
    }

    /** Adds a point, later than all before. */
    void add(double[] point) {
        if (point.length != columns.size()) {
            throw new IllegalArgumentException("a point of " + point.length + " values: want " + columns.size());
        }
        levels.get(0).addLast(point.clone());
        int lowest = levels.size() - 1;
        for (int level = 0; level < lowest; level++) {
            if (levels.get(level).size() <= (level == 0 ? newest : older)) {
                return;
            }
            double[] merged = merged(levels.get(level), MERGED);
            if (level + 1 < lowest) {
                levels.get(level + 1).addLast(merged);
            } else {
                addLowest(merged);
            }
        }
    }

    private void addLowest(double[] point) {
        forming.add(point);
        if (forming.points < stride) {
            return;
        }
        Deque<double[]> lowest = levels.get(levels.size() - 1);
        lowest.addLast(forming.merged());
        forming = new Span();
        if (lowest.size() >= older) {
            for (int pairs = lowest.size() / HALVED; pairs > 0; pairs--) {
                lowest.addLast(merged(lowest, HALVED));
            }
            stride *= HALVED;
        }
    }

    /** All that are left, oldest first. */
    List<double[]> points() {
        List<double[]> all = new ArrayList<>(levels.get(levels.size() - 1));
        if (forming.points > 0) {
            all.add(forming.merged());
        }
        for (int level = levels.size() - 2; level >= 0; level--) {
            all.addAll(levels.get(level));
        }
        return all.stream().map(double[]::clone).toList();
    }

    /** Takes the oldest points away and makes one of them. */
    private double[] merged(Deque<double[]> from, int count) {
        Span span = new Span();
        for (int i = 0; i < count; i++) {
            span.add(from.removeFirst());
        }
        return span.merged();
    }
}
