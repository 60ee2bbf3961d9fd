package io.docaxis.simulator.command;

import io.docaxis.common.kafka.Causes;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Reason;
import io.docaxis.common.kafka.Secrets;
import io.docaxis.monitor.endpoint.PortHeldException;
import io.docaxis.monitor.inquiry.BadQuestionException;
import io.docaxis.producer.publish.UsedPrefixException;
import io.docaxis.producer.scenario.file.InvalidScenarioException;
import io.docaxis.simulator.cluster.InvalidClientConfigException;
import io.docaxis.simulator.process.ChildFailedException;
import io.docaxis.simulator.process.NoEndException;
import io.docaxis.simulator.report.FileTrouble;
import io.docaxis.simulator.report.ResultsNotWrittenException;
import io.docaxis.simulator.terminal.OutputLostException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a message for the user and an exit code; picocli's own codes are never seen. */
final class Failures
        implements CommandLine.IExecutionExceptionHandler,
                CommandLine.IParameterExceptionHandler,
                CommandLine.IExitCodeExceptionMapper {

    private final Interruption interruption;

    Failures(Interruption interruption) {
        this.interruption = interruption;
    }

    /** Runs the command that was asked for; help and versions, which picocli prints itself, may fail to be written as well. */
    int execute(ParseResult parsed) {
        try {
            if (!isAboutItself(parsed)) {
                OptionConflicts.check(parsed);
            }
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutputLostException e) {
            return handleExecutionException(e, parsed.commandSpec().commandLine(), parsed);
        }
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        OutOfMemoryError lack = OutOfMemory.causeOf(failure);
        if (lack != null) {
            err.println(OutOfMemory.words(lack));
            return ExitCode.ENVIRONMENT;
        }
        int code = getExitCode(failure);
        switch (code) {
            case ExitCode.INTERRUPTED -> err.println("interrupted");
            case ExitCode.INTERNAL -> {
                err.println("internal error: " + Secrets.hide(failure.toString()) + "; please report it with "
                        + details(failure, command.getCommandName()));
            }
            default -> err.println(message(failure));
        }
        err.flush();
        return code;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(ParseErrors.words(failure));
        if (!ParseErrors.isOfACommand(failure)) {
            UnmatchedArgumentException.printSuggestions(failure, err);
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE;
    }

    /** Whether help or versions are asked for, of any command. */
    private static boolean isAboutItself(ParseResult parsed) {
        return parsed.isUsageHelpRequested()
                || parsed.isVersionHelpRequested()
                || parsed.hasSubcommand() && isAboutItself(parsed.subcommand());
    }

    /** The exit code of a failure; anything that nobody expected is a defect of ours. */
    @Override
    public int getExitCode(Throwable failure) {
        if (interruption.isRequested()) {
            return ExitCode.INTERRUPTED;
        }
        if (failure instanceof InvalidScenarioException
                || failure instanceof InvalidClientConfigException
                || failure instanceof UsageException
                || failure instanceof BadQuestionException
                || failure instanceof CommandLine.ParameterException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof ChildFailedException) {
            return ExitCode.INVALID;
        }
        if (failure instanceof NoEndException) {
            return ExitCode.NOT_PASSED;
        }
        if (failure instanceof IncompleteException) {
            return ExitCode.INCOMPLETE;
        }
        boolean environment = failure instanceof ClusterException
                || failure instanceof PortHeldException
                || failure instanceof ResultsNotWrittenException
                || failure instanceof OutputLostException
                || failure instanceof UncheckedIOException
                || failure instanceof UsedPrefixException
                || isKafkas(failure);
        return environment ? ExitCode.ENVIRONMENT : ExitCode.INTERNAL;
    }

    private static String message(Exception failure) {
        if (failure instanceof UncheckedIOException files) {
            return "files of this machine: " + FileTrouble.words(files.getCause());
        }
        boolean ours = failure.getClass().getPackageName().startsWith("io.docaxis.");
        return ours || !isKafkas(failure) ? Secrets.hide(failure.getMessage()) : "Kafka: " + Reason.of(failure);
    }

    /** Whoever passed it on, Kafka's client said it. */
    private static boolean isKafkas(Throwable failure) {
        return Causes.any(failure, KafkaException.class::isInstance);
    }

    /** Writes the stack trace to a file, for the screen is the user's; says where. */
    private static String details(Exception failure, String command) {
        try {
            Path file = Files.createTempFile("docaxis-error-", ".txt");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                writer.println("command: " + command);
                writer.print(Secrets.hide(trace(failure)));
            }
            return "'" + file + "'";
        } catch (IOException e) {
            System.err.print(Secrets.hide(trace(failure)));
            return "the lines above";
        }
    }

    private static String trace(Exception failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
