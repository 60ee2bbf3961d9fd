package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.simulator.Skipping;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user is told, and what the caller, where the surroundings are not as they have to be. */
class EnvironmentIT {

    @Test
    void saysThatNoBrokerAnswers() throws Exception {
        try (ProgramProcess run = ProgramProcess.start("verify", "--bootstrap-servers", "127.0.0.1:1")) {
            ends(run, ExitCode.ENVIRONMENT, "no Kafka broker answers at '127.0.0.1:1'");
        }
    }

    @Test
    void saysWhichPortIsHeld() throws Exception {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ProgramProcess broker =
                        ProgramProcess.start("run", "quiet-day", "--broker-port", String.valueOf(held.getLocalPort()));
                ProgramProcess management = ProgramProcess.start(
                        "run", "quiet-day", "--management-port", String.valueOf(held.getLocalPort()))) {
            ends(broker, ExitCode.ENVIRONMENT, "broker port " + held.getLocalPort() + " is held by another process");
            ends(
                    management,
                    ExitCode.ENVIRONMENT,
                    "management port " + held.getLocalPort() + " is held by another process");
        }
    }

    @Test
    void saysThatThePrefixIsUsedAndThatTopicsHaveOtherPartitions() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, Assertions::fail)) {
            String servers = broker.bootstrapServers();
            new TopicSetup(Cluster.of(servers), new Topics("other")).ensure(2);
            try (ProgramProcess other = ProgramProcess.start(
                    "produce", "quiet-day", "--bootstrap-servers", servers, "--prefix", "other", "--partitions", "5")) {
                ends(other, ExitCode.ENVIRONMENT, "topic 'other.events' exists with 2 partitions, wanted 5");
            }
            String[] produce = {"produce", "quiet-day", "--documents", "100", "--bootstrap-servers", servers};
            try (ProgramProcess first = ProgramProcess.start(produce)) {
                assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.EXACT);
            }
            try (ProgramProcess second = ProgramProcess.start(produce)) {
                ends(second, ExitCode.ENVIRONMENT, "use --resume to go on where they end, --fresh to delete them");
            }
            try (ProgramProcess unfinished =
                    ProgramProcess.start("verify", "--bootstrap-servers", servers, "--timeout", "5")) {
                assertThat(unfinished.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
                assertThat(unfinished.out()).contains("verdict: incomplete", "tally: nothing of this run is there yet");
            }
        }
    }

    @Test
    void verifiesARunThatBeginsLater() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, Assertions::fail)) {
            String servers = broker.bootstrapServers();
            try (ProgramProcess never = ProgramProcess.start(
                    "verify", "--bootstrap-servers", servers, "--timeout", "5", "--prefix", "none")) {
                ends(never, ExitCode.ENVIRONMENT, "there is no topic 'none.events' at '" + servers + "': produce");
            }
            try (ProgramProcess verify =
                    ProgramProcess.start("verify", "--bootstrap-servers", servers, "--timeout", Commands.LONG)) {
                Waiting.until(
                        "verify to wait",
                        verify::progress,
                        () -> verify.err().contains("yet: waiting for a run to begin"));
                try (ProgramProcess consumer =
                                ProgramProcess.start("consume", "--bootstrap-servers", servers, "--until-ended");
                        ProgramProcess producer = ProgramProcess.start(
                                "produce", "quiet-day", "--documents", "100", "--bootstrap-servers", servers)) {
                    assertThat(producer.exitCode()).as(producer.err()).isEqualTo(ExitCode.EXACT);
                    assertThat(consumer.exitCode()).as(consumer.err()).isEqualTo(ExitCode.EXACT);
                    assertThat(verify.exitCode())
                            .as(verify.out() + verify.err())
                            .isEqualTo(ExitCode.EXACT);
                }
            }
        }
    }

    @Test
    void saysThatTheDiskIsFull(@TempDir Path directory) throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        boolean mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString())
                        .start()
                        .waitFor()
                == 0;
        Skipping.because("saysThatTheDiskIsFull", mounted ? null : "mounting a tmpfs of 64 MiB needs root");
        try (ProgramProcess run = ProgramProcess.start(
                List.of("-Djava.io.tmpdir=" + disk), "run", "national-2023", "--documents", "200000")) {
            ends(run, ExitCode.ENVIRONMENT, "no space left on the disk of '" + disk);
            try (Stream<Path> left = Files.list(disk)) {
                assertThat(left.filter(path -> path.getFileName().toString().startsWith("docaxis-broker-")))
                        .isEmpty();
            }
        } finally {
            new ProcessBuilder("umount", "--lazy", disk.toString()).start().waitFor();
        }
    }

    @Test
    void stopsCleanlyOnCtrlC() throws Exception {
        try (ProgramProcess run = ProgramProcess.start("run", "quiet-day", "--speed", "60x")) {
            Waiting.until("the run to play", run::progress, () -> run.out().contains("playing"));
            run.signal("INT");
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(run.out())
                    .containsPattern("interrupted: [0-9,]+ events sent, to 2023-03-06 .*nothing was compared");
            assertThat(run.err()).isEmpty();
        }
    }

    private static void ends(ProgramProcess run, int exitCode, String message) throws InterruptedException {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
    }
}
