package io.docaxis.simulator.bench;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.producer.plan.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * A session: the run's records are made once; then every round runs each leg once, in an order that goes round, every lap on a
 * stage of its own. So whatever drifts over minutes drifts for all of them, and no lap warms anything up for another.
 */
public final class Bench {

    private final World world;
    private final String scenario;
    private final int rounds;
    private final FastClients fastClients;
    private final Consumer<String> says;

    /**
     * A session to be run.
     *
     * @param scenario by which a process finds the world's scenario
     * @param fastClients of the pipeline
     * @param says told what happens, a line at a time
     */
    public Bench(World world, String scenario, int rounds, FastClients fastClients, Consumer<String> says) {
        this.world = world;
        this.scenario = scenario;
        this.rounds = rounds;
        this.fastClients = fastClients;
        this.says = says;
    }

    public BenchResult run() throws InterruptedException {
        try (WorkDirectory work = WorkDirectory.open()) {
            says.accept("making the records of " + scenario + " …");
            RecordedTraffic traffic = traffic(work);
            says.accept(
                    String.format(Locale.ROOT, "%,d records, %.1f bytes each", traffic.records(), traffic.meanBytes()));
            List<Lap> laps = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                for (Leg leg : order(round)) {
                    Lap lap = lap(leg, round, traffic, work);
                    laps.add(lap);
                    says.accept(BenchText.lap(lap, rounds));
                }
            }
            return new BenchResult(
                    scenario,
                    world.scenario().volume().documents(),
                    traffic.records(),
                    traffic.meanBytes(),
                    rounds,
                    laps,
                    verificationShare(work));
        }
    }

    /** A lap of its own, for taking samples costs the consumer something. */
    private OptionalDouble verificationShare(WorkDirectory work) throws InterruptedException {
        if (!Profile.isPossible()) {
            return OptionalDouble.empty();
        }
        says.accept("taking samples of a consumer …");
        Path directory = work.directory("profile");
        Path samples = directory.resolve("consumer.jfr");
        try (MeasuredStage stage = new MeasuredStage(directory)) {
            pipeline(stage, 0, Profile.jvmOptions(samples));
            return Profile.verificationShare(samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Lap pipeline(MeasuredStage stage, int round, List<String> consumerOptions) throws InterruptedException {
        return PipelineLeg.run(
                stage, scenario, world.scenario().volume().documents(), fastClients, round, consumerOptions);
    }

    /** Each leg comes first in turn. */
    static List<Leg> order(int round) {
        List<Leg> order = new ArrayList<>(List.of(Leg.values()));
        Collections.rotate(order, 1 - round);
        return order;
    }

    private RecordedTraffic traffic(WorkDirectory work) throws InterruptedException {
        Path directory = work.directory("records");
        try (MeasuredStage stage = new MeasuredStage(work.directory("making"))) {
            RecordedTraffic traffic = RecordedTraffic.of(world, stage, directory);
            ClientSettings.write(
                    ClientSettings.ofThePipelinesConsumer(stage.cluster(), new Topics("any")), consumerSettings(work));
            return traffic;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Lap lap(Leg leg, int round, RecordedTraffic traffic, WorkDirectory work) throws InterruptedException {
        Path directory = work.directory(leg.label() + "-" + round);
        try (MeasuredStage stage = new MeasuredStage(directory)) {
            return switch (leg) {
                case RAW -> RawLeg.run(stage, traffic, consumerSettings(work), round);
                case TOOLS -> ToolsLeg.run(stage, traffic, consumerSettings(work), round);
                case PIPELINE -> pipeline(stage, round, List.of());
            };
        } finally {
            WorkDirectory.remove(directory);
        }
    }

    private static Path consumerSettings(WorkDirectory work) {
        return work.path().resolve("consumer.properties");
    }
}
