package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.docaxis.simulator.Skipping;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.outside.ProgramRun;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/**
 * Two producing and two consuming processes on a broker of their own: the {@code apache/kafka} image, or a stand-in with the
 * official image's wrapper where a machine has one under that name.
 */
class ClusterIT {

    private static final String IMAGE = "apache/kafka:4.2.2";
    private static final int PULL_S = 300;

    @Test
    void provesARunThatSeveralProcessesPlayed() throws Exception {
        Skipping.because("provesARunThatSeveralProcessesPlayed", whatIsMissing());
        try (KafkaContainer kafka = new KafkaContainer(IMAGE)) {
            kafka.start();
            play(kafka.getBootstrapServers());
        }
    }

    /** Why there can be no container, or null. An engine may answer on a machine that reaches no registry. */
    private static String whatIsMissing() throws InterruptedException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return "no Docker engine answers";
        }
        DockerClient docker = DockerClientFactory.lazyClient();
        try {
            docker.inspectImageCmd(IMAGE).exec();
            return null;
        } catch (NotFoundException e) {
            return whyItCannotBeHad(docker);
        }
    }

    /** Asks once, where Testcontainers would ask again and again for minutes, and then fail. */
    private static String whyItCannotBeHad(DockerClient docker) throws InterruptedException {
        try {
            boolean had = docker.pullImageCmd(IMAGE).start().awaitCompletion(PULL_S, TimeUnit.SECONDS);
            return had ? null : "the Docker engine does not get the image " + IMAGE + " within " + PULL_S + " s";
        } catch (DockerException | DockerClientException e) {
            return "the Docker engine has no image " + IMAGE + " and gets none: " + e.getMessage();
        }
    }

    private static void play(String servers) throws Exception {
        try (ProgramRun consumer = start(servers, "consume", "--until-ended");
                ProgramRun second = start(servers, "produce", "quiet-day", "--shard", "2/2");
                ProgramRun first = start(servers, "produce", "quiet-day", "--shard", "1/2");
                ProgramRun other = start(servers, "consume", "--until-ended")) {
            assertThat(first.exitCode()).as(first.out() + first.err()).isEqualTo(ExitCode.EXACT);
            assertThat(second.exitCode()).as(second.out() + second.err()).isEqualTo(ExitCode.EXACT);
            assertThat(consumer.exitCode()).as(consumer.out() + consumer.err()).isEqualTo(ExitCode.EXACT);
            assertThat(other.exitCode()).as(other.out() + other.err()).isEqualTo(ExitCode.EXACT);
        }
        try (ProgramRun verify = start(servers, "verify", "--timeout", Commands.LONG)) {
            assertThat(verify.exitCode()).as(verify.out() + verify.err()).isEqualTo(ExitCode.EXACT);
            assertThat(verify.out()).contains("verdict: exact");
        }
    }

    private static ProgramRun start(String servers, String... arguments) {
        return ProgramRun.start(Stream.concat(Arrays.stream(arguments), Stream.of("--bootstrap-servers", servers))
                .toArray(String[]::new));
    }
}
