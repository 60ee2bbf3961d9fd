package io.docaxis.benchmarks;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Sketch;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Counting a conclusion in every table and the sketch; writing the sketch; naming what two sketches disagree on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TallyBenchmark {

    private static final long MARCH_2023 = 19_420;
    private static final int AGENCIES = 88;
    private static final int DIFFERENCES = 500;

    private final AgencyCatalogue agencies = AgencyCatalogue.level1();
    private final Tally tally = new Tally();
    private final Tally other = new Tally();
    private final Conclusion conclusion = new Conclusion();
    private long thread;

    @Setup
    public void fill() {
        for (int i = 0; i < 100_000; i++) {
            conclude(tally, i);
            if (i >= DIFFERENCES) {
                conclude(other, i);
            }
        }
    }

    @Benchmark
    public void conclude() {
        conclude(tally, thread++);
    }

    @Benchmark
    public byte[] encodeSketch() {
        return TallyCodec.sketch(tally.sketch());
    }

    /** What {@code tally} was given in the benchmark beside this one makes no difference: each runs in a process of its own. */
    @Benchmark
    public Sketch.Difference nameFiveHundredDifferences() {
        return tally.sketch().minus(other.sketch());
    }

    private void conclude(Tally into, long number) {
        int receiver = (int) (number % AGENCIES);
        boolean send = receiver == 0;
        boolean late = number % 20 == 0;
        conclusion
                .about(number, 0, receiver, (int) (number % 20), 0)
                .obligation(
                        send ? Obligation.SEND : Obligation.ACKNOWLEDGE,
                        send ? ObligationId.NO_RECEIVER : receiver,
                        MARCH_2023 + number % 200)
                .outcome(late ? Outcome.LATE : Outcome.ON_TIME, MARCH_2023 * 86_400, late ? 3_600 : 0);
        into.conclude(1, agencies, conclusion);
    }
}
