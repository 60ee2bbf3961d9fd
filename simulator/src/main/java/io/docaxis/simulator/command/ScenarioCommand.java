package io.docaxis.simulator.command;

import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.report.Wording;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The scenarios that are shipped, and the user's own files. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        description = "Lists, shows and checks scenarios.",
        synopsisSubcommandLabel = "COMMAND")
final class ScenarioCommand {

    @Spec
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the shipped scenarios.")
    int list() {
        for (Scenarios.Shipped shipped : Scenarios.shipped()) {
            out().printf(Locale.ROOT, "%-16s %s%n", shipped.name(), shipped.title());
        }
        return ExitCode.EXACT;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "Prints the file of a scenario, with the source of every number.",
                "Copy and change it to make a scenario of your own."
            })
    int show(
            @Parameters(paramLabel = "SCENARIO", description = "Name of a shipped scenario, or a YAML file.")
                    String scenario) {
        out().print(Scenarios.text(scenario));
        return ExitCode.EXACT;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Checks a scenario; prints everything that is wrong with it at once.")
    int check(
            @Parameters(paramLabel = "SCENARIO", description = "Name of a shipped scenario, or a YAML file.")
                    String nameOrPath) {
        Scenario scenario = WorldOptions.world(Scenarios.read(nameOrPath)).scenario();
        LoadJudgeOptions.requirements(scenario, List.of());
        out().println(scenario.name() + " can be played: " + scenario.period().from() + " to "
                + scenario.period().to() + ", "
                + Wording.number(scenario.volume().documents()) + " documents, "
                + Wording.number(scenario.agencies().size()) + " agencies");
        return ExitCode.EXACT;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
