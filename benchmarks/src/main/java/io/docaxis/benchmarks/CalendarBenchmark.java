package io.docaxis.benchmarks;

import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.producer.scenario.Scenario;
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

/** Deadlines at instants all over half a year. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CalendarBenchmark {

    private static final long HALF_A_YEAR_S = 180 * 86_400L;
    /** A prime, so that the instants fall all over days and hours. */
    private static final long STEP_S = 999_983;

    private Deadlines deadlines;
    private long startsAt;
    private long offsetS;

    @Setup
    public void make() {
        Scenario scenario = Nation.world().scenario();
        deadlines = new Deadlines(scenario.rules(), scenario.calendar());
        startsAt = scenario.calendar().at(scenario.period().from().toEpochDay(), 0);
    }

    @Benchmark
    public long sendBy() {
        return deadlines.sendBy(next(), Urgency.NORMAL);
    }

    @Benchmark
    public long acknowledgeBy() {
        return deadlines.acknowledgeBy(next(), Urgency.NORMAL);
    }

    @Benchmark
    public long finalAt() {
        return deadlines.finalAt(next());
    }

    private long next() {
        offsetS = (offsetS + STEP_S) % HALF_A_YEAR_S;
        return startsAt + offsetS;
    }
}
