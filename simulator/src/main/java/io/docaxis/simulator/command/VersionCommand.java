package io.docaxis.simulator.command;

import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Versions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Versions of docaxis and of what it is made with. */
@Command(name = "version", mixinStandardHelpOptions = true, description = "Prints versions.")
final class VersionCommand implements Callable<Integer>, IVersionProvider {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        for (String line : getVersion()) {
            spec.commandLine().getOut().println(line);
        }
        return ExitCode.EXACT;
    }

    @Override
    public String[] getVersion() {
        Versions versions = Versions.here();
        Machine machine = Machine.here();
        return new String[] {
            "docaxis " + versions.docaxis(),
            "Kafka " + versions.kafka() + ", Spring Boot " + versions.springBoot(),
            "Java " + machine.java() + ", " + machine.os() + " " + machine.arch() + ", " + machine.processors()
                    + " processors"
        };
    }
}
