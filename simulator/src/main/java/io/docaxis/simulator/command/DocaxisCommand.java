package io.docaxis.simulator.command;

import io.docaxis.simulator.terminal.OutputLostException;
import io.docaxis.simulator.terminal.StandardOutput;
import java.io.PrintWriter;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of docaxis. */
@Command(
        name = "docaxis",
        mixinStandardHelpOptions = true,
        description = {
            "Imitates a national document interchange on Apache Kafka, and proves what its consumers conclude.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = VersionCommand.class,
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the verdict is exact; of commands without a verdict: done",
            "1:the command line, a scenario or a client config is wrong",
            "2:the consumers concluded something else than was true",
            "3:the run is incomplete, or its books do not balance",
            "4:broker, topics, port, directory, disk or standard output are not as they have to be",
            "5:a threshold was broken",
            "6:not to be trusted: a measurement that was disturbed, a drill whose attempts were void",
            "7:the self-test failed, or a drill came to no end",
            "70:a defect of docaxis itself",
            "130:interrupted"
        },
        footer = {"", "Start here: docaxis run quiet-day", "All of 2023: docaxis run national-2023"})
public final class DocaxisCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private DocaxisCommand() {}

    /** Runs a command line and returns its exit code; what goes wrong is said on the error stream. */
    public static int execute(Interruption interruption, PrintWriter out, PrintWriter err, String... arguments) {
        try {
            int code = commandLine(interruption).setOut(out).setErr(err).execute(arguments);
            out.flush();
            return code;
        } catch (OutputLostException e) {
            // what was printed last was not written yet
            err.println(e.getMessage());
            return interruption.isRequested() ? ExitCode.INTERRUPTED : ExitCode.ENVIRONMENT;
        } catch (Error e) {
            OutOfMemoryError lack = OutOfMemory.causeOf(e);
            err.println(lack == null ? "internal error: " + e : OutOfMemory.words(lack));
            return lack == null ? ExitCode.INTERNAL : ExitCode.ENVIRONMENT;
        } finally {
            err.flush();
        }
    }

    static CommandLine commandLine(Interruption interruption) {
        Failures failures = new Failures(interruption);
        CommandLine commandLine = new CommandLine(new DocaxisCommand())
                .addSubcommand(new RunCommand(interruption))
                .addSubcommand(LoadCommand.commandLine(interruption))
                .addSubcommand(new ProduceCommand(interruption))
                .addSubcommand(new ConsumeCommand(interruption))
                .addSubcommand(new WatchCommand(interruption))
                .addSubcommand(new VerifyCommand(interruption))
                .addSubcommand(new LagCommand(interruption))
                .addSubcommand(new LateCommand())
                .addSubcommand(new HistoryCommand(interruption))
                .addSubcommand(new BrokerCommand(interruption))
                .addSubcommand(new DrillCommand())
                .addSubcommand(new CommandLine(new BenchCommand())
                        .addSubcommand(new BenchScaleCommand())
                        .addSubcommand(new BenchLagCommand())
                        .addSubcommand(new BenchLoadCommand()))
                .addSubcommand(new BenchWorkerCommand())
                .addSubcommand(new ScenarioCommand())
                .addSubcommand(new SchemaCommand(
                        StandardOutput::bytesOfThisProcess,
                        Screen.ofThisProcess().terminal()))
                .addSubcommand(new VersionCommand())
                .addSubcommand(new GenerateCompletion());
        return commandLine
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        Screen.ofThisProcess().ansi()))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(failures::execute)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setExitCodeExceptionMapper(failures);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
