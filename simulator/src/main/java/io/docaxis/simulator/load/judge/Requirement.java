package io.docaxis.simulator.load.judge;

import io.docaxis.simulator.load.measure.LatencyKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/** One thing that a load has to keep. Each kind judges itself; unknown is not held. */
public sealed interface Requirement {

    /** As it can be given to {@code --require}, in one spelling. */
    String written();

    Ruling judge(Evidence evidence);

    /** What it wants of an end-to-end or publish latency, if it is about one. */
    default Optional<OfLatency> ofLatency() {
        return this instanceof OfLatency of ? Optional.of(of) : Optional.empty();
    }

    /**
     * {@code e2e.p99 < 50ms}. The figure is the greatest value that its histogram holds equal to the percentile, so a bound in
     * the same thousandth counts as reached.
     *
     * @param percentile 100 for {@code max}
     * @param boundNs nanoseconds
     */
    record OfLatency(String written, LatencyKind kind, double percentile, boolean orEqual, BigDecimal boundNs)
            implements Requirement {

        @Override
        public Ruling judge(Evidence evidence) {
            Histogram histogram = evidence.latencies().get(kind);
            if (histogram == null || histogram.getTotalCount() == 0) {
                return Ruling.unknown(written);
            }
            long micros = histogram.getValueAtPercentile(percentile);
            return Ruling.of(
                    written,
                    allows(BigDecimal.valueOf(micros).movePointRight(3), boundNs, orEqual),
                    Amounts.micros(micros));
        }

        /** The bound, milliseconds. */
        public double boundMs() {
            return boundNs.movePointLeft(6).doubleValue();
        }
    }

    /** {@code failed < 0.1%} or {@code failed <= 20}: what failed, and what nobody knows of, together. */
    record OfFailed(String written, boolean share, boolean orEqual, BigDecimal bound) implements Requirement {

        /** What holds where nothing is said of failed sends. */
        static final OfFailed NONE = new OfFailed("failed <= 0", false, true, BigDecimal.ZERO);

        @Override
        public Ruling judge(Evidence evidence) {
            OptionalLong failed = evidence.failed();
            OptionalLong offered = evidence.offered();
            if (failed.isEmpty() || share && (offered.isEmpty() || offered.getAsLong() == 0)) {
                return Ruling.unknown(written);
            }
            long count = failed.getAsLong();
            if (!share) {
                return Ruling.of(written, allows(BigDecimal.valueOf(count), bound, orEqual), Amounts.count(count));
            }
            BigDecimal hundred = BigDecimal.valueOf(count).movePointRight(2);
            BigDecimal allowed = bound.multiply(BigDecimal.valueOf(offered.getAsLong()));
            return Ruling.of(
                    written,
                    allows(hundred, allowed, orEqual),
                    hundred.divide(BigDecimal.valueOf(offered.getAsLong()), 4, RoundingMode.HALF_UP)
                                    .stripTrailingZeros()
                                    .toPlainString()
                            + " % (" + Amounts.count(count) + ")");
        }
    }

    /** {@code lag < 1000}: records that were not consumed when the last event was due. */
    record OfLagRecords(String written, boolean orEqual, BigDecimal bound) implements Requirement {

        @Override
        public Ruling judge(Evidence evidence) {
            OptionalLong lag = evidence.lagRecords();
            return lag.isEmpty()
                    ? Ruling.unknown(written)
                    : Ruling.of(
                            written,
                            allows(BigDecimal.valueOf(lag.getAsLong()), bound, orEqual),
                            Amounts.count(lag.getAsLong()) + " records");
        }
    }

    /** {@code lag < 2s}: how long the oldest of these records had been there then. */
    record OfLagTime(String written, boolean orEqual, BigDecimal boundNs) implements Requirement {

        @Override
        public Ruling judge(Evidence evidence) {
            OptionalDouble lag = evidence.lagSeconds();
            return lag.isEmpty()
                    ? Ruling.unknown(written)
                    : Ruling.of(
                            written,
                            allows(BigDecimal.valueOf(lag.getAsDouble()).movePointRight(9), boundNs, orEqual),
                            String.format(Locale.ROOT, "%.3f s", lag.getAsDouble()));
        }
    }

    /** {@code late <= 0}: obligations that were late or overdue. */
    record OfLate(String written, boolean orEqual, BigDecimal bound) implements Requirement {

        @Override
        public Ruling judge(Evidence evidence) {
            OptionalLong late = evidence.lateObligations();
            return late.isEmpty()
                    ? Ruling.unknown(written)
                    : Ruling.of(
                            written,
                            allows(BigDecimal.valueOf(late.getAsLong()), bound, orEqual),
                            Amounts.count(late.getAsLong()));
        }
    }

    /** {@code exact}: what the consumers concluded was proved to be true. */
    record OfProof(String written) implements Requirement {

        @Override
        public Ruling judge(Evidence evidence) {
            return evidence.proof() == Proof.NOT_PROVED
                    ? Ruling.unknown(written)
                    : Ruling.of(
                            written,
                            evidence.proof() == Proof.EXACT,
                            evidence.proof().label());
        }
    }

    private static boolean allows(BigDecimal figure, BigDecimal bound, boolean orEqual) {
        int compared = figure.compareTo(bound);
        return compared < 0 || orEqual && compared == 0;
    }
}
