package io.docaxis.simulator.command;

import io.docaxis.producer.schedule.Speed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Options that mean nothing beside what else is on the command line: whoever writes one expects something that will not happen. */
final class OptionConflicts {

    /**
     * When options of a command mean nothing.
     *
     * @param where the rest of the command line with which it is so
     * @param because why, and what to write instead
     */
    private record Rule(String command, Predicate<ParseResult> where, String because, List<String> options) {}

    private static final List<Rule> RULES = List.of(
            new Rule("docaxis run", given("--resume"), PrefixOptions.ONE_OF_THEM, List.of("--fresh")),
            new Rule("docaxis produce", given("--resume"), PrefixOptions.ONE_OF_THEM, List.of("--fresh")),
            new Rule("docaxis run", liveAtFullSpeed(), WorldOptions.LIVE_HAS_A_SPEED, List.of("--speed")),
            new Rule("docaxis produce", liveAtFullSpeed(), WorldOptions.LIVE_HAS_A_SPEED, List.of("--speed")),
            new Rule(
                    "docaxis run",
                    given("--bootstrap-servers"),
                    "is about docaxis' own broker, and --bootstrap-servers names another: want one of them",
                    List.of("--keep-data", "--broker-port")),
            new Rule(
                    "docaxis run",
                    given("--bootstrap-servers")
                            .or(given("--client-config"))
                            .or(given("--keep-data"))
                            .negate(),
                    "is about an earlier start, and docaxis' own broker begins empty: want --keep-data DIR or"
                            + " --bootstrap-servers with it",
                    List.of("--fresh", "--resume", "--instance-id")),
            new Rule(
                    "docaxis drill",
                    parsed -> parsed.matchedPositionals().stream()
                            .anyMatch(name -> name.getValue().equals(DrillCommand.SELF_TEST)),
                    "is about drills, and self-test is none: it takes --seed and --fast-clients alone",
                    List.of("--seeds", "--documents", "--results")),
            new Rule(
                    "docaxis bench scale",
                    parsed -> List.of("--factors", "--agencies", "--open").stream()
                            .allMatch(option -> BenchScaleCommand.NONE.equals(parsed.matchedOptionValue(option, ""))),
                    "none, as the others: nothing is left to measure",
                    List.of("--factors")));

    private OptionConflicts() {}

    /** @throws ParameterException that names the option, its value, and why it means nothing */
    static void check(ParseResult parsed) {
        for (ParseResult level = parsed; level != null; level = level.hasSubcommand() ? level.subcommand() : null) {
            if (level.hasSubcommand()) {
                checkNoneBefore(level);
            }
            check(level, level.commandSpec().qualifiedName());
        }
        checkPorts(last(parsed));
    }

    private static void check(ParseResult level, String command) {
        for (Rule rule : RULES) {
            if (rule.command().equals(command) && rule.where().test(level)) {
                for (String option : rule.options()) {
                    if (level.hasMatchedOption(option)) {
                        throw refused(level, level.matchedOption(option), rule.because());
                    }
                }
            }
        }
    }

    /** {@code bench --rounds 5 scale} is not {@code bench scale}. */
    private static void checkNoneBefore(ParseResult level) {
        if (!level.matchedOptions().isEmpty()) {
            throw refused(
                    level,
                    level.matchedOptions().get(0),
                    "is about '" + level.commandSpec().qualifiedName() + "', and stands before '"
                            + level.subcommand().commandSpec().name() + "', which does not know it");
        }
    }

    private static void checkPorts(ParseResult level) {
        Integer broker = level.matchedOptionValue("--broker-port", 0);
        if (broker != 0 && broker.equals(level.matchedOptionValue("--management-port", 0))) {
            throw refused(
                    level, level.matchedOption("--management-port"), "is the port of --broker-port: want another");
        }
    }

    private static ParseResult last(ParseResult parsed) {
        return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
    }

    private static ParameterException refused(ParseResult level, OptionSpec option, String because) {
        List<String> written = new ArrayList<>(List.of(option.longestName()));
        if (option.arity().max() > 0) {
            written.addAll(option.originalStringValues());
        }
        return new ParameterException(level.commandSpec().commandLine(), String.join(" ", written) + ": " + because);
    }

    private static Predicate<ParseResult> liveAtFullSpeed() {
        return given("--live").and(parsed -> Speed.MAX.equals(parsed.matchedOptionValue("--speed", null)));
    }

    private static Predicate<ParseResult> given(String option) {
        return parsed -> parsed.hasMatchedOption(option);
    }
}
