package io.docaxis.simulator.command;

import io.docaxis.simulator.load.result.LoadResult;
import io.docaxis.simulator.load.result.ShardDirectories;
import io.docaxis.simulator.load.result.UnmergeableException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The shards of one load, judged together. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Adds up the results of a load's shards, and judges them together: by the requirements that all of them had."
        },
        footer = {"", "Example: docaxis load merge ./shard1 ./shard2 --results ./together"})
final class LoadMergeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            converter = Names.Directory.class,
            description = "What --results of each shard was.")
    private List<Path> directories;

    @Mixin
    private LoadResultOptions results;

    @Override
    public Integer call() {
        LoadResult merged;
        try {
            merged = ShardDirectories.merged(directories);
        } catch (UnmergeableException e) {
            throw new UsageException(String.join("\n", e.problems()));
        }
        results.open();
        return results.conclude(merged, spec.commandLine().getOut());
    }
}
