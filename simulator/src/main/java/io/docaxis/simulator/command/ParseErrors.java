package io.docaxis.simulator.command;

import io.docaxis.producer.scenario.file.Nearest;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in words: which option, which value, what is allowed, what may have been meant. */
final class ParseErrors {

    private static final String WANT = "want ";

    private ParseErrors() {}

    static String words(ParameterException failure) {
        if (isOfACommand(failure)) {
            return noCommand(failure.getCommandLine(), unmatched(failure).get(0));
        }
        if (failure.getCause() instanceof TypeConversionException wrong
                && failure.getArgSpec() instanceof OptionSpec option) {
            String message = wrong.getMessage();
            return option.longestName() + " " + failure.getValue() + ": "
                    + message.substring(Math.max(0, message.indexOf(WANT)));
        }
        return failure.getMessage();
    }

    /** Whether a word stands where a command has to. */
    static boolean isOfACommand(ParameterException failure) {
        List<String> unmatched = unmatched(failure);
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        return !unmatched.isEmpty()
                && !unmatched.get(0).startsWith("-")
                && !command.subcommands().isEmpty()
                && command.positionalParameters().isEmpty();
    }

    private static List<String> unmatched(ParameterException failure) {
        return failure instanceof UnmatchedArgumentException wrong ? wrong.getUnmatched() : List.of();
    }

    private static String noCommand(CommandLine parent, String word) {
        List<String> commands = parent.getSubcommands().entrySet().stream()
                .filter(command ->
                        !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .toList();
        return "there is no command '" + parent.getCommandSpec().qualifiedName() + " " + word + "'; " + WANT + "one of "
                + String.join(", ", commands) + Nearest.hint(word, commands);
    }
}
