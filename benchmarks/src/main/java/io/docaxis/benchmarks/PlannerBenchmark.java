package io.docaxis.benchmarks;

import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.ThreadPlanner;
import io.docaxis.producer.plan.World;
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

/** Planning a thread, and giving out the next delivery with planning, ledger and channel. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlannerBenchmark {

    private final ThreadPlan plan = new ThreadPlan();
    private final Delivery delivery = new Delivery();
    private World world;
    private ThreadPlanner planner;
    private Emission emission;
    private long thread;

    @Setup
    public void make() {
        world = Nation.world();
        planner = new ThreadPlanner(world);
        emission = Nation.emission(world);
    }

    /** About ten events come of a thread. */
    @Benchmark
    public int planThread() {
        thread = thread + 1 < world.threads() ? thread + 1 : 0;
        planner.plan(thread, plan);
        return plan.events();
    }

    @Benchmark
    public long nextDelivery() {
        if (!emission.next(delivery)) {
            emission = Nation.emission(world);
            emission.next(delivery);
        }
        return delivery.emittedAt;
    }
}
