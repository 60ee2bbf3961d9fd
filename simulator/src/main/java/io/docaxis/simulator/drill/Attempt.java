package io.docaxis.simulator.drill;

import io.docaxis.common.hash.Hash;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Draws;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.drill.AttemptResult.Observed;
import io.docaxis.simulator.process.NoEndException;
import io.docaxis.simulator.result.RunReport;
import io.docaxis.simulator.result.Summary;
import io.docaxis.simulator.verdict.Finding;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/**
 * One drill with one seed, from the first process to the verdict. The seed gives the world, the moment of the fault and every
 * choice within it.
 */
final class Attempt {

    private static final String SCENARIO = "national-2023";
    private static final double FROM_PERCENT = 10;
    private static final double TO_PERCENT = 90;

    private final Drill drill;
    private final long seed;
    private final Fault fault;
    private final Draws draws;
    private final int moment;
    private final Scenario scenario;
    private final FastClients fastClients;

    /** @throws IllegalArgumentException if no run can have that number of documents */
    Attempt(Drill drill, long seed, long documents, FastClients fastClients) {
        this.drill = drill;
        this.seed = seed;
        this.fastClients = fastClients;
        fault = drill.newFault(seed);
        draws = new Draws().from(Hash.mix(seed, Hash.of(drill.label())));
        moment = fault.moment(draws);
        scenario = Scenarios.read(SCENARIO).scaled(documents).withSeed(seed);
    }

    /** The moment at which the fault is meant to come, in percent of all events applied. */
    int moment() {
        return moment;
    }

    /** Plays it. Every process has ended when this returns, whatever happens. */
    AttemptResult play() throws InterruptedException {
        long startedNs = System.nanoTime();
        World world = new World(scenario, seed);
        try (Pipeline pipeline = Pipeline.open(draws, events(world), fastClients, produce())) {
            return play(pipeline, world, startedNs);
        }
    }

    private AttemptResult play(Pipeline pipeline, World world, long startedNs) throws InterruptedException {
        try {
            fault.startConsumers(pipeline);
            long startMs = pipeline.awaitConsumers();
            pipeline.startProducer(speed(world, fault.playS(startMs)));
            long from = pipeline.events() * moment / 100;
            pipeline.await("the moment of the fault", () -> fault.come(pipeline) >= from);
            long applied = pipeline.applied();
            InjectedFault injected = fault.strike(pipeline);
            long recoveryMs = pipeline.awaitRecovery(injected);
            RunReport report = pipeline.conclude();
            Rework rework = Rework.of(pipeline, report);
            double appliedPercent = 100.0 * applied / rework.records();
            return result(
                    new Observed(injected.what(), appliedPercent, recoveryMs, rework),
                    report,
                    pipeline.complaints(),
                    startedNs);
        } catch (NoEndException | ClusterException | KafkaException e) {
            return new AttemptResult(
                    drill,
                    seed,
                    moment,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    e.getMessage(),
                    elapsedMs(startedNs));
        }
    }

    private AttemptResult result(Observed observed, RunReport report, String complaints, long startedNs) {
        boolean inTime = observed.appliedPercent() >= FROM_PERCENT && observed.appliedPercent() <= TO_PERCENT;
        Finding finding = report.verdict().finding();
        return new AttemptResult(
                drill,
                seed,
                moment,
                Optional.of(finding),
                Optional.of(observed),
                inTime
                        ? fault.emptiness(observed.rework())
                        : Optional.of("the fault came outside of 10 to 90 % of the events"),
                finding == Finding.EXACT ? "" : Summary.of(report) + complaints,
                elapsedMs(startedNs));
    }

    private String[] produce() {
        return new String[] {
            "produce",
            SCENARIO,
            "--documents",
            String.valueOf(scenario.volume().documents()),
            "--seed",
            String.valueOf(seed)
        };
    }

    /** The speed at which the period takes that number of seconds. */
    private static String speed(World world, long playS) {
        return (world.endsAt() - world.startsAt()) / playS + "x";
    }

    /** How many events the run has: told to nobody, but counted. */
    private static long events(World world) {
        Emission emission = new Emission(world, 0, 1, new Ledger(world));
        Delivery delivery = new Delivery();
        long events = 0;
        while (emission.next(delivery)) {
            events++;
        }
        return events;
    }

    private static long elapsedMs(long startedNs) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs);
    }
}
