package io.docaxis.simulator.bench.lag;

import io.docaxis.monitor.health.TimeLag;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What the answers about one log were worth. Not thread-safe. */
final class LagFigures {

    private final LagTraffic traffic;
    private long intervals;
    private long outside;
    private long open;
    private long disbelieved;
    private final Values widthsS = new Values();
    private final Values widthShares = new Values();
    private final Values upperErrorsS = new Values();
    private final Map<Estimate, Values> errorsS = new EnumMap<>(Estimate.class);
    private final Map<Estimate, Long> unanswered = new EnumMap<>(Estimate.class);

    /** Numbers, and which of them is in the middle or at the end. */
    static final class Values {
        private double[] values = new double[16];
        private int count;

        void add(double value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        /** The least value that so many of all reach; NaN: there is none. */
        double quantile(double share) {
            double[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            return count == 0 ? Double.NaN : sorted[Math.min(count - 1, (int) (share * count))];
        }

        double median() {
            return quantile(0.5);
        }

        double most() {
            return quantile(1);
        }
    }

    LagFigures(LagTraffic traffic) {
        this.traffic = traffic;
        for (Estimate estimate : Estimate.values()) {
            errorsS.put(estimate, new Values());
            unanswered.put(estimate, 0L);
        }
    }

    /** @param read whether the record was read, and its timestamp not believed */
    void interval(LagQuestion asked, TimeLag lag, boolean read) {
        if (!(lag instanceof TimeLag.Between between)) {
            throw new IllegalStateException(
                    traffic + ": " + lag + " for offset " + asked.commit() + "; want an interval");
        }
        intervals++;
        // looks are timed by the clock of the simulation
        boolean within = asked.recordMs() <= between.untilMs()
                && (between.afterMs().isEmpty()
                        || asked.recordMs() > between.afterMs().getAsLong());
        outside += within ? 0 : 1;
        if (between.afterMs().isEmpty()) {
            open++;
            return;
        }
        if (read) {
            double width = (between.untilMs() - between.afterMs().getAsLong()) / 1000.0;
            widthsS.add(width);
            widthShares.add(width / Math.max(1, asked.ageS()));
        } else {
            upperErrorsS.add((asked.recordMs() - between.afterMs().getAsLong()) / 1000.0);
        }
    }

    /** The record was read, and its timestamp is the truth. */
    void told(LagQuestion asked, TimeLag lag) {
        disbelieved += lag.equals(new TimeLag.OfRecord(asked.recordMs())) ? 0 : 1;
    }

    void estimate(Estimate how, LagQuestion asked, OptionalDouble seconds) {
        if (seconds.isPresent()) {
            errorsS.get(how).add(Math.abs(seconds.getAsDouble() - asked.ageS()));
        } else {
            unanswered.merge(how, 1L, Long::sum);
        }
    }

    LagTraffic traffic() {
        return traffic;
    }

    long intervals() {
        return intervals;
    }

    /** Intervals that leave out the truth. */
    long outside() {
        return outside;
    }

    /** Records that were right, and whose time lag is not their timestamp's. */
    long disbelieved() {
        return disbelieved;
    }

    /** Intervals without an upper end. */
    long open() {
        return open;
    }

    /** Widths where the record was read. */
    Values widthsS() {
        return widthsS;
    }

    /** The same by the true age. */
    Values widthShares() {
        return widthShares;
    }

    /** How much the upper end, which is what is shown, is above the truth where the record was not read. */
    Values upperErrorsS() {
        return upperErrorsS;
    }

    Values errorsS(Estimate how) {
        return errorsS.get(how);
    }

    long unanswered(Estimate how) {
        return unanswered.get(how);
    }
}
