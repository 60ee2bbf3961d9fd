package io.docaxis.producer.plan;

import io.docaxis.producer.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * How many threads have which shape: whole numbers that make the volume exact. Which thread gets which is the permutation's
 * matter. Immutable.
 */
final class ShapeTable {

    private static final long MILLION = 1_000_000;

    private final ThreadShape[] shapes;
    /** Running sum of the counts. */
    private final long[] until;

    private ShapeTable(List<Row> rows) {
        shapes = rows.stream().map(Row::shape).toArray(ThreadShape[]::new);
        until = new long[shapes.length];
        long sum = 0;
        for (int i = 0; i < until.length; i++) {
            sum += rows.get(i).count();
            until[i] = sum;
        }
    }

    record Row(ThreadShape shape, long count) {}

    /**
     * The table of a scenario.
     *
     * @throws IllegalArgumentException if no numbers make the volume; says what can be made
     */
    static ShapeTable of(Scenario scenario) {
        var volume = scenario.volume();
        List<Row> rows = besidePlain(scenario, volume.documents());
        long plain = volume.documents()
                - rows.stream()
                        .mapToLong(r -> r.count() * r.shape().documents())
                        .sum();
        long dispatches =
                rows.stream().mapToLong(r -> r.count() * r.shape().dispatches()).sum();
        SortedMap<Integer, Long> fanOuts = FanOuts.of(plain, scenario.traffic().fanOut());
        if (volume.dispatches() > 0) {
            try {
                fanOuts = FanOuts.withSum(fanOuts, volume.dispatches() - dispatches);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("volume: " + volume.documents() + " documents with "
                        + volume.dispatches() + " dispatches; " + dispatches + " belong to threads of more than a plain"
                        + " document, and for the " + plain + " plain ones " + e.getMessage());
            }
        }
        fanOuts.forEach((fanOut, count) -> add(rows, new ThreadShape(ThreadKind.PLAIN, fanOut, 0), count));
        return new ShapeTable(rows);
    }

    long threads() {
        return until.length == 0 ? 0 : until[until.length - 1];
    }

    ThreadShape at(long rank) {
        int low = 0;
        int high = until.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (until[middle] <= rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return shapes[low];
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < shapes.length; i++) {
            rows.add(new Row(shapes[i], until[i] - (i == 0 ? 0 : until[i - 1])));
        }
        return rows;
    }

    /** The rows of threads that are more than a plain document, as many as the documents allow. */
    private static List<Row> besidePlain(Scenario scenario, long documents) {
        var shares = scenario.traffic().threads();
        var asked = FanOuts.of(MILLION, shares.questionFanOut());
        long answersOfAMillion = shares.questionPpm() * (FanOuts.sum(asked) * shares.answeredPpm() / MILLION) / MILLION;
        long documentsOfAMillion = MILLION
                + answersOfAMillion
                + shares.followUps().recallDocumentPpm()
                + shares.followUps().updatePpm()
                + shares.followUps().replacePpm();
        long threads = documents / documentsOfAMillion * MILLION
                + documents % documentsOfAMillion * MILLION / documentsOfAMillion;
        while (true) {
            List<Row> rows = besidePlainOf(scenario, threads);
            long used = rows.stream()
                    .mapToLong(r -> r.count() * r.shape().documents())
                    .sum();
            if (used <= documents) {
                return rows;
            }
            threads -= Math.max(1, used - documents);
        }
    }

    private static List<Row> besidePlainOf(Scenario scenario, long threads) {
        var shares = scenario.traffic().threads();
        List<Row> rows = new ArrayList<>();
        FanOuts.of(share(threads, shares.questionPpm()), shares.questionFanOut())
                .forEach((fanOut, count) -> addQuestions(rows, fanOut, count, shares.answeredPpm()));
        FanOuts.of(
                        share(threads, shares.followUps().recallDocumentPpm()),
                        scenario.traffic().fanOut())
                .forEach((fanOut, count) -> add(rows, new ThreadShape(ThreadKind.RECALLED, fanOut, 0), count));
        FanOuts.of(
                        share(threads, shares.followUps().updatePpm()),
                        scenario.traffic().fanOut())
                .forEach((fanOut, count) -> add(rows, new ThreadShape(ThreadKind.UPDATED, fanOut, 0), count));
        FanOuts.of(
                        share(threads, shares.followUps().replacePpm()),
                        scenario.traffic().fanOut())
                .forEach((fanOut, count) -> add(rows, new ThreadShape(ThreadKind.REPLACED, fanOut, 0), count));
        add(
                rows,
                new ThreadShape(ThreadKind.ORPHAN_ANSWER, 1, 0),
                share(threads, scenario.mistakes().orphans().orphanAnswerPpm()));
        return rows;
    }

    /** Answers are spread so that questions of one fan-out differ by one at most. */
    private static void addQuestions(List<Row> rows, int fanOut, long count, int answeredPpm) {
        if (count == 0) {
            return;
        }
        long answers = (count * fanOut * answeredPpm + MILLION / 2) / MILLION;
        int each = (int) (answers / count);
        long oneMore = answers % count;
        add(rows, new ThreadShape(ThreadKind.QUESTION, fanOut, each), count - oneMore);
        add(rows, new ThreadShape(ThreadKind.QUESTION, fanOut, each + 1), oneMore);
    }

    private static void add(List<Row> rows, ThreadShape shape, long count) {
        if (count > 0) {
            rows.add(new Row(shape, count));
        }
    }

    private static long share(long threads, int ppm) {
        return threads * ppm / MILLION;
    }
}
