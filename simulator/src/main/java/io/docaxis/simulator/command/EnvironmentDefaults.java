package io.docaxis.simulator.command;

import java.util.Locale;
import java.util.function.UnaryOperator;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the environment says of options that the command line leaves out: {@code --max-series} of watch is DOCAXIS_WATCH_MAX_SERIES. */
final class EnvironmentDefaults implements IDefaultValueProvider {

    private final UnaryOperator<String> environment;

    /** For picocli. */
    EnvironmentDefaults() {
        this(System::getenv);
    }

    EnvironmentDefaults(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String said = environment.apply(variable(argument.command().name(), option.longestName()));
        return said == null || said.isEmpty() ? null : said;
    }

    /** The name of the variable for an option of a command. */
    static String variable(String command, String option) {
        return "DOCAXIS_"
                + (command + "_" + option.replaceFirst("^--", ""))
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_');
    }
}
