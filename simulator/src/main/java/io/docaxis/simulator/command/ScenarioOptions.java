package io.docaxis.simulator.command;

import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.report.Wording;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which world is made, and where in it a command begins. */
class ScenarioOptions {

    @Parameters(
            index = "0",
            paramLabel = "SCENARIO",
            description = "Name of a shipped scenario ('docaxis scenario list'), or a YAML file.")
    String scenario;

    @Option(
            names = "--seed",
            converter = WholeNumbers.Seed.class,
            paramLabel = "N",
            description = "Another world of the same kind (default: the scenario's).")
    Long seed;

    @Option(
            names = "--documents",
            converter = WholeNumbers.Documents.class,
            paramLabel = "N",
            description = "Documents to send instead of the scenario's number; received ones scale with it.")
    Long documents;

    @Option(
            names = "--begin-at",
            paramLabel = "TIME",
            converter = CalendarTime.Converter.class,
            description = {
                "Begin at this instant of the period, such as '2023-03-06 16:50', in the scenario's time: documents"
                        + " sent before are left out, and all that follows from them."
            })
    CalendarTime beginAt;

    /** @throws io.docaxis.producer.scenario.file.InvalidScenarioException with all that is wrong with it */
    Scenario read() {
        Scenario read = Scenarios.read(scenario);
        try {
            read = documents == null ? read : read.scaled(documents);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--documents: " + e.getMessage());
        }
        return seed == null ? read : read.withSeed(seed);
    }

    /** @throws UsageException if the scenario's numbers, each allowed alone, make no world together */
    static World world(Scenario scenario) {
        try {
            return new World(scenario, scenario.seed());
        } catch (IllegalArgumentException e) {
            throw new UsageException("scenario '" + scenario.name() + "': " + e.getMessage());
        }
    }

    /**
     * A world from where the user wants it to begin.
     *
     * @throws UsageException if nothing begins there
     */
    Excerpt fromBegin(World world) {
        if (beginAt == null) {
            return Excerpt.whole(world);
        }
        long at = beginAt.in(world.scenario().calendar());
        requireInside("--begin-at " + beginAt, at, world.startsAt(), world.sentAt(world.threads() - 1), world);
        return Excerpt.whole(world).from(at);
    }

    private static void requireInside(String what, long at, long first, long last, World world) {
        int utcOffsetS = world.scenario().calendar().utcOffsetS();
        if (at < first || at > last) {
            throw new UsageException(what + ": want " + Wording.instant(first, utcOffsetS) + ", when the period of '"
                    + world.scenario().name() + "' begins, to " + Wording.instant(last, utcOffsetS)
                    + ", when its last thread does");
        }
    }
}
