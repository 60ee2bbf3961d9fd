package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shipped program's own broker as a process, and commands against it as further ones. */
final class BrokerRun implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Kafka at (\\S+),");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CommandRun process;
    private final String servers;

    private BrokerRun(CommandRun process, String servers) {
        this.process = process;
        this.servers = servers;
    }

    static BrokerRun start() {
        CommandRun process = CommandRun.start("broker", "--port", "0");
        try {
            await().atMost(PATIENCE).until(() -> address(process).find());
            Matcher address = address(process);
            address.find();
            return new BrokerRun(process, address.group(1));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static Matcher address(CommandRun process) {
        return ADDRESS.matcher(process.out());
    }

    Cluster cluster() {
        return Cluster.of(servers);
    }

    /** Starts a command on the topics of a prefix. */
    CommandRun start(Topics topics, String... arguments) {
        return CommandRun.start(Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--bootstrap-servers", servers, "--prefix", topics.prefix()))
                .toArray(String[]::new));
    }

    /** Runs a command to its end, which must be as expected, and gives what it printed. */
    String run(int exitCode, Topics topics, String... arguments) throws InterruptedException {
        try (CommandRun run = start(topics, arguments)) {
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
            return run.out();
        }
    }

    /** Lets it stop by itself, so that it takes its data along. */
    @Override
    public void close() throws IOException {
        try (process) {
            process.signal("TERM");
            process.exitCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
