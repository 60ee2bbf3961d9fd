package io.docaxis.simulator.command;

import io.docaxis.simulator.bench.Worker;
import io.docaxis.simulator.bench.load.LoadWorker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Started by {@code bench} for what none of the other commands does. Not for users. */
@Command(name = Worker.COMMAND, hidden = true)
final class BenchWorkerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0")
    private String work;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        if (LoadWorker.does(work)) {
            LoadWorker.run(work, arguments, spec.commandLine().getOut());
        } else {
            Worker.run(work, arguments, spec.commandLine().getOut());
        }
        return ExitCode.EXACT;
    }
}
