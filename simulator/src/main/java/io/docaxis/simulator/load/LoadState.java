package io.docaxis.simulator.load;

import io.docaxis.producer.publish.LoadProgress;
import io.docaxis.simulator.load.consume.ConsumerProgress;
import io.docaxis.simulator.load.measure.Stretch;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far a load has come at one moment, for who watches it. What is unknown is empty.
 *
 * @param phase in a word or two
 * @param share of the duration that has passed, 0 to 1
 * @param simulatedAt simulated time, seconds
 * @param acknowledged events so far
 * @param failed events so far
 * @param behindMs how long ago the first event was due that the broker does not have
 * @param lag records that the consumer has not read
 */
public record LoadState(
        String phase,
        OptionalDouble share,
        OptionalLong simulatedAt,
        OptionalLong acknowledged,
        OptionalLong failed,
        OptionalLong behindMs,
        OptionalLong lag) {

    /** A phase of which nothing can be said. */
    static LoadState of(String phase) {
        return new LoadState(
                phase,
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    static LoadState playing(Stretch stretch, long nowNs, LoadProgress sent, ConsumerProgress consumed) {
        double share = (nowNs - stretch.startAtNs()) / (double) (stretch.endAtNs() - stretch.startAtNs());
        boolean begun = share >= 0;
        String phase = !begun ? "waiting" : nowNs < stretch.measuredFromAtNs() ? "warming up" : "measuring";
        return new LoadState(
                nowNs < stretch.endAtNs() ? phase : "finishing",
                begun ? OptionalDouble.of(Math.min(1, share)) : OptionalDouble.empty(),
                OptionalLong.of(sent.simulatedAt()),
                OptionalLong.of(sent.acknowledged()),
                OptionalLong.of(sent.failed()),
                OptionalLong.of(sent.behindMs()),
                consumed.lag());
    }

    /** All is sent. */
    LoadState draining() {
        return new LoadState(
                "draining",
                OptionalDouble.empty(),
                simulatedAt,
                OptionalLong.empty(),
                failed,
                OptionalLong.empty(),
                lag);
    }
}
