package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.simulator.Skipping;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ClusterView;
import io.docaxis.simulator.process.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.kafka.KafkaContainer;

/** Brokers of every line that is supported, with the clients that docaxis ships: what they conclude is exact, after a kill too. */
@Tag("slow")
class OtherBrokersIT {

    private static final Topics KILLED = new Topics("killed");
    private static final String[] AT_FULL_SPEED = {"produce", "national-2023", "--documents", "60000"};
    /** Of some 620,000. */
    private static final long RECORDS_BEFORE_THE_KILL = 60_000;

    /** The newest of each line that is supported. */
    static Stream<KafkaImage> images() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/broker-versions.txt")).stream()
                .map(KafkaImage::new);
    }

    @ParameterizedTest
    @MethodSource("images")
    void takeAWholeRunAndAKill(KafkaImage image) throws Exception {
        Skipping.because("takeAWholeRunAndAKill, " + image.name(), image.whatIsMissing());
        try (KafkaContainer kafka = image.start()) {
            String servers = kafka.getBootstrapServers();
            try (ProgramProcess run = start(servers, "whole", "run", "quiet-day")) {
                assertExact(run);
            }
            kill(servers);
            try (ProgramProcess verify = start(servers, KILLED.prefix(), "verify", "--timeout", Commands.LONG)) {
                assertExact(verify);
            }
        }
        System.out.println("exact on " + image.name());
    }

    /** One of two consumers dies in the middle of a run of batches, and another comes in its place. */
    private static void kill(String servers) throws Exception {
        try (ClusterView offsets = new ClusterView(Cluster.of(servers));
                ProgramProcess producer = start(servers, KILLED.prefix(), AT_FULL_SPEED);
                ProgramProcess victim = start(servers, KILLED.prefix(), "consume", "--commit-every", "500");
                ProgramProcess other = start(servers, KILLED.prefix(), "consume", "--until-ended")) {
            Waiting.until(
                    "records to be applied",
                    () -> List.of(offsets.committed(KILLED.group()), victim.progress(), producer.progress()),
                    () -> applied(offsets) >= RECORDS_BEFORE_THE_KILL);
            victim.kill();
            long applied = applied(offsets);
            try (ProgramProcess third = start(servers, KILLED.prefix(), "consume", "--until-ended")) {
                assertDone(producer);
                assertThat(applied).as("a kill in mid-run").isLessThan(offsets.records(KILLED.events()));
                assertDone(other);
                assertDone(third);
            }
        }
    }

    private static long applied(ClusterView offsets) throws InterruptedException {
        return ClusterView.sum(offsets.committed(KILLED.group()));
    }

    /** In batches: whoever cannot says so. */
    private static void assertDone(ProgramProcess run) throws InterruptedException {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.EXACT);
        assertThat(run.err()).doesNotContain("fast path is closed");
    }

    private static void assertExact(ProgramProcess run) throws InterruptedException {
        assertDone(run);
        assertThat(run.out()).contains("verdict: exact");
    }

    private static ProgramProcess start(String servers, String prefix, String... arguments) {
        return ProgramProcess.start(
                Stream.concat(Arrays.stream(arguments), Stream.of("--bootstrap-servers", servers, "--prefix", prefix))
                        .toArray(String[]::new));
    }
}
