package io.docaxis.simulator.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which share of a load a process has, and when it begins. */
final class LoadShareOptions {

    @Option(
            names = "--sources",
            converter = WholeNumbers.Sources.class,
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Producing sources of this process, each with a thread of its own (default: ${DEFAULT-VALUE}).")
    int sources;

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            defaultValue = "1/1",
            converter = Shard.Converter.class,
            description =
                    "The K-th of N processes that share the load; with --start-at (default: ${DEFAULT-VALUE}, all of it).")
    Shard shard;

    @Option(
            names = "--start-at",
            converter = StartTime.class,
            paramLabel = "INSTANT",
            description =
                    "When the load starts, such as 2026-11-28T12:00:00Z: the same for all shards (default: when it is ready).")
    Instant startAt;

    /** Sources of all processes. */
    int all() {
        return sources * shard.sources();
    }

    /** What is wrong with options that do not fit together. */
    List<String> problems(boolean isOwnBroker) {
        List<String> problems = new ArrayList<>();
        if (shard.sources() > 1 && startAt == null) {
            problems.add("--shard " + shard + ": want --start-at INSTANT with it, the same for all shards");
        }
        if (shard.sources() > 1 && isOwnBroker) {
            problems.add("--shard " + shard + ": docaxis' own broker is this process' alone: want --bootstrap-servers");
        }
        if (startAt != null && !startAt.isAfter(Instant.now())) {
            problems.add("--start-at " + startAt + ": is over: want a later instant");
        }
        return problems;
    }
}
