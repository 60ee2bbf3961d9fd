package io.docaxis.monitor.page;

import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.monitor.figures.TallySnapshot;
import io.docaxis.monitor.json.Fields;
import io.docaxis.monitor.page.AgingPoints.Merging;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;

/** A point of the history: which columns it has, and what they are at a moment. NaN is unknown. */
enum PointRow {
    AT_MS(Merging.LAST),
    SIMULATED_S(Merging.LAST),
    INTENDED(Merging.LAST),
    SENT(Merging.LAST),
    READ(Merging.LAST),
    LAG_RECORDS(Merging.MOST),
    LAG_S(Merging.MOST),
    LAG_LEAST_S(Merging.MOST),
    EVENT_LAG_S(Merging.MOST),
    OVERDUE(Merging.LAST),
    LATE_SEND(Merging.LAST),
    LATE_ACKNOWLEDGE(Merging.LAST),
    LATE_RESPOND(Merging.LAST),
    LATE_ANSWER_RECALL(Merging.LAST),
    PROVISIONAL(Merging.LAST);

    private final Merging merging;

    PointRow(Merging merging) {
        this.merging = merging;
    }

    static List<Merging> mergings() {
        return Arrays.stream(values()).map(column -> column.merging).toList();
    }

    static void putColumns(ArrayNode columns) {
        for (PointRow column : values()) {
            columns.add(column.name().toLowerCase(Locale.ROOT));
        }
    }

    static void put(ArrayNode row, double[] point) {
        for (double value : point) {
            Fields.add(row, value);
        }
    }

    /** What is known at a moment. */
    static double[] of(Moment moment) {
        double[] row = new double[values().length];
        Arrays.fill(row, Double.NaN);
        row[AT_MS.ordinal()] = moment.nowMs();
        row[SIMULATED_S.ordinal()] = moment.simulatedS();
        moment.here().sent().ifPresent(sent -> {
            set(row, INTENDED, sent.intended());
            row[SENT.ordinal()] = sent.sent();
        });
        Optional<GroupSums> group = moment.consumers()
                .map(found -> GroupSums.of(found, moment.groups().orElseThrow(), moment.nowMs()));
        group.ifPresent(sums -> {
            set(row, LAG_RECORDS, sums.lag());
            set(row, LAG_S, sums.lagS());
            set(row, LAG_LEAST_S, sums.lagLeastS());
        });
        TallySnapshot tally = moment.figures().tally();
        if (tally.isKnown()) {
            row[READ.ordinal()] = tally.recordsRead();
            moment.event()
                    .worst()
                    .ifPresent(worst -> set(row, EVENT_LAG_S, moment.event().lagS(worst)));
            setLate(row, moment.figures().duties());
            set(row, PROVISIONAL, moment.figures().overdue(OverdueAsKnown.PROVISIONAL));
        }
        return row;
    }

    private static void setLate(double[] row, TallySnapshot tally) {
        long[] overdue = tally.obligations(Outcome.OVERDUE);
        long[] late = tally.obligations(Outcome.LATE);
        row[OVERDUE.ordinal()] = Arrays.stream(overdue).sum();
        for (Obligation obligation : Obligation.values()) {
            int at = obligation.ordinal();
            row[LATE_SEND.ordinal() + at] = (double) overdue[at] + late[at];
        }
    }

    private static void set(double[] row, PointRow column, OptionalLong value) {
        value.ifPresent(known -> row[column.ordinal()] = known);
    }

    private static void set(double[] row, PointRow column, OptionalDouble value) {
        value.ifPresent(known -> row[column.ordinal()] = known);
    }
}
