package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Skipping;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.testcontainers.kafka.KafkaContainer;

/** Two producing and two consuming processes on a broker in a container. */
class ClusterIT {

    private static final KafkaImage IMAGE = KafkaImage.shipped();

    @Test
    void provesARunThatSeveralProcessesPlayed() throws Exception {
        Skipping.because("provesARunThatSeveralProcessesPlayed", IMAGE.whatIsMissing());
        try (KafkaContainer kafka = IMAGE.start()) {
            play(kafka.getBootstrapServers());
        }
    }

    private static void play(String servers) throws Exception {
        try (ProgramProcess consumer = start(servers, "consume", "--until-ended");
                ProgramProcess second = start(servers, "produce", "quiet-day", "--shard", "2/2");
                ProgramProcess first = start(servers, "produce", "quiet-day", "--shard", "1/2");
                ProgramProcess other = start(servers, "consume", "--until-ended")) {
            assertThat(first.exitCode()).as(first.out() + first.err()).isEqualTo(ExitCode.EXACT);
            assertThat(second.exitCode()).as(second.out() + second.err()).isEqualTo(ExitCode.EXACT);
            assertThat(consumer.exitCode()).as(consumer.out() + consumer.err()).isEqualTo(ExitCode.EXACT);
            assertThat(other.exitCode()).as(other.out() + other.err()).isEqualTo(ExitCode.EXACT);
        }
        try (ProgramProcess verify = start(servers, "verify", "--timeout", Commands.LONG)) {
            assertThat(verify.exitCode()).as(verify.out() + verify.err()).isEqualTo(ExitCode.EXACT);
            assertThat(verify.out()).contains("verdict: exact");
        }
    }

    private static ProgramProcess start(String servers, String... arguments) {
        return ProgramProcess.start(Stream.concat(Arrays.stream(arguments), Stream.of("--bootstrap-servers", servers))
                .toArray(String[]::new));
    }
}
