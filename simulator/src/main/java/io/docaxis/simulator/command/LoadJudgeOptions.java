package io.docaxis.simulator.command;

import io.docaxis.producer.scenario.Scenario;
import io.docaxis.simulator.load.judge.BadRequirementsException;
import io.docaxis.simulator.load.judge.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What a load has to keep. */
final class LoadJudgeOptions {

    @Option(
            names = "--require",
            paramLabel = "REQUIREMENT",
            description = {
                "What the load has to keep, else it ends with 5: 'e2e.p99 < 50ms', 'publish.max <= 1s', 'failed < 0.1%%',"
                        + " 'lag < 1000', 'late < 10', 'exact'; several with commas, and the option may be repeated."
                        + " Where nothing is said of it, no send may fail."
            })
    List<String> required = List.of();

    @Option(
            names = "--abort-on-breach",
            description = "End the load early once something that it has to keep cannot be kept any more.")
    boolean abortOnBreach;

    @Option(
            names = "--allow-invalid",
            description = "Take a load whose measurements mean nothing for what it is: the exit code is not 6.")
    boolean allowInvalid;

    /**
     * What a scenario wants a load to keep, and what the command line does.
     *
     * @throws UsageException with all that is wrong
     */
    static Requirements requirements(Scenario scenario, List<String> further) {
        List<String> problems = new ArrayList<>();
        check("scenario '" + scenario.name() + "', require", scenario.requirements(), problems);
        check("--require", further, problems);
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
        return Requirements.parse(Stream.concat(scenario.requirements().stream(), further.stream())
                .toList());
    }

    private static void check(String place, List<String> required, List<String> problems) {
        try {
            Requirements.parse(required);
        } catch (BadRequirementsException e) {
            e.problems().forEach(problem -> problems.add(place + ": " + problem));
        }
    }
}
