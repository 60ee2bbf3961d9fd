package io.docaxis.producer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When events are due, held against decimal numbers of sixty digits. */
class LoadCurveTest {

    private static final long SECOND_NS = 1_000_000_000L;
    private static final MathContext DIGITS = new MathContext(60);
    private static final List<Integer> OFFICE =
            List.of(0, 0, 0, 0, 0, 0, 0, 2, 18, 24, 20, 8, 3, 14, 20, 22, 12, 3, 0, 0, 0, 0, 0, 0);

    @Test
    void spacesEventsOfAConstantRateEvenly() {
        LoadCurve curve = constant("20000/s", 60);

        assertThat(curve.eventsDue()).isEqualTo(1_200_000);
        assertThat(LongStream.of(0, 1, 2, 3, 777_777, 1_199_999).map(curve::instantNs))
                .containsExactly(0L, 50_000L, 100_000L, 150_000L, 777_777 * 50_000L, 1_199_999 * 50_000L);
        assertThat(curve.eventsBefore(30 * SECOND_NS)).isEqualTo(600_000);
        assertThat(curve.perSecondAt(59 * SECOND_NS)).isEqualTo(20_000);
        assertThat(curve.perSecondAt(60 * SECOND_NS)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"20000/s, 50000", "0.5/s, 2000000000", "1000/min, 60000000", "333333/s, 3001", "400k/s, 2500"})
    void isWithinAMicrosecondAfterABillionEvents(String rate, long durationS) {
        LoadCurve curve = constant(rate, durationS);
        BigDecimal perSecond = rate.endsWith("min")
                ? BigDecimal.valueOf(1_000).divide(BigDecimal.valueOf(60), DIGITS)
                : BigDecimal.valueOf(Rate.parse(rate).perSecond());

        for (long event : new long[] {1, 999, 123_456_789, 999_999_999, curve.eventsDue() - 1}) {
            long wanted = Math.min(event, curve.eventsDue() - 1);
            BigDecimal wantedNs =
                    BigDecimal.valueOf(wanted).divide(perSecond, DIGITS).scaleByPowerOfTen(9);
            assertNear(curve.instantNs(wanted), wantedNs);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 20000, 100000",
        "20000, 0, 100000",
        "1000, 50000, 40000",
        "400000, 400001, 2500",
        "1000000, 0.001, 2000"
    })
    void isWithinAMicrosecondOnARamp(double from, double to, long durationS) {
        LoadCurve curve = new LoadShape.Ramp(new Rate(from), new Rate(to)).over(durationS * SECOND_NS);
        long due = curve.eventsDue();

        for (long event : new long[] {0, 1, 2, 1_000, due / 3, due / 2, due - 1_000, due - 2, due - 1}) {
            assertNear(curve.instantNs(event), rampNs(from, to, durationS, event));
        }
        assertThat(due).isEqualTo((long) Math.ceil((from + to) / 2 * durationS));
    }

    @Test
    void givesEachStepAnEqualShare() {
        LoadCurve curve =
                new LoadShape.Steps(List.of(new Rate(100), new Rate(0), new Rate(1_000))).over(30 * SECOND_NS);

        assertThat(curve.eventsDue()).isEqualTo(11_000);
        assertThat(curve.instantNs(999)).isEqualTo(9_990_000_000L);
        assertThat(curve.instantNs(1_000)).isEqualTo(20 * SECOND_NS);
        assertThat(curve.instantNs(1_001)).isEqualTo(20_001_000_000L);
        assertThat(curve.eventsBefore(15 * SECOND_NS)).isEqualTo(1_000);
        assertThat(curve.mostPerSecond()).isEqualTo(1_000);
    }

    @Test
    void squeezesADayOfAnOfficeIntoTheDuration() {
        LoadCurve curve = new LoadShape.OfficeDay(new Rate(1_000), OFFICE).over(240 * SECOND_NS);

        assertThat(curve.eventsDue()).isEqualTo(240_000);
        assertThat(curve.instantNs(0)).isEqualTo(70 * SECOND_NS);
        assertThat(curve.instantNs(239_999)).isBetween(179 * SECOND_NS, 180 * SECOND_NS);
        int sum = OFFICE.stream().mapToInt(Integer::intValue).sum();
        assertThat(curve.perSecondAt(95 * SECOND_NS)).isEqualTo(24_000.0 * 24 / sum);
        assertThat(curve.eventsBefore(90 * SECOND_NS)).isCloseTo(240_000.0 * 20 / sum, within(1e-6));
    }

    @Test
    void neverGoesBackAndIsTheInverseOfWhatIsDue() {
        List<LoadShape> shapes = List.of(
                new LoadShape.Constant(new Rate(9_999.7)),
                new LoadShape.Ramp(new Rate(0), new Rate(30_000)),
                new LoadShape.Ramp(new Rate(30_000), new Rate(0)),
                new LoadShape.Steps(List.of(new Rate(20_000), new Rate(0.5), new Rate(0), new Rate(7_000))),
                new LoadShape.OfficeDay(new Rate(5_000), OFFICE));
        for (LoadShape shape : shapes) {
            LoadCurve curve = shape.over(7 * SECOND_NS);
            long beforeNs = -1;
            for (long event = 0; event < curve.eventsDue(); event++) {
                long ns = curve.instantNs(event);
                assertThat(ns).as("%s, event %d", shape, event).isGreaterThan(beforeNs);
                assertThat(ns).isLessThanOrEqualTo(curve.durationNs());
                assertThat(curve.eventsBefore(ns))
                        .as("%s, event %d", shape, event)
                        .isCloseTo(event, within(1e-4));
                beforeNs = ns;
            }
        }
    }

    @Test
    void refusesALoadOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LoadShape.Constant(new Rate(0)).over(SECOND_NS))
                .withMessageContaining("a load of 0 events");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> constant("1/s", 0))
                .withMessageContaining("duration");
        assertThatIllegalArgumentException().isThrownBy(() -> new LoadShape.Steps(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LoadShape.OfficeDay(new Rate(1), List.of(0, 0)))
                .withMessageContaining("[0, 0]");
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    private static LoadCurve constant(String rate, long durationS) {
        return new LoadShape.Constant(Rate.parse(rate)).over(durationS * SECOND_NS);
    }

    private static void assertNear(long instantNs, BigDecimal wantedNs) {
        assertThat(new BigDecimal(instantNs)).isCloseTo(wantedNs, Offset.offset(new BigDecimal(1_000)));
    }

    /** Where the quadratic equation of the integral is solved, by the formula that everybody knows. */
    private static BigDecimal rampNs(double from, double to, long durationS, long event) {
        BigDecimal slope = new BigDecimal(to).subtract(new BigDecimal(from)).divide(new BigDecimal(durationS), DIGITS);
        BigDecimal root = new BigDecimal(from)
                .pow(2)
                .add(slope.multiply(new BigDecimal(2 * event)))
                .sqrt(DIGITS);
        return root.subtract(new BigDecimal(from)).divide(slope, DIGITS).scaleByPowerOfTen(9);
    }
}
