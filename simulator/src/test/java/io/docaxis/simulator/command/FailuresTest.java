package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Secrets;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.ResultFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {

    private final Interruption interruption = new Interruption();
    private final StringWriter err = new StringWriter();

    @Test
    void saysUsageWhereTheUserIsMistaken() {
        assertThat(ends(() -> {
                    throw new UsageException("want something else");
                }))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err).hasToString("want something else" + System.lineSeparator());
        assertThat(ends(() -> Scenarios.read("nosuch").volume().documents() > 0 ? 0 : 1))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void saysEnvironmentWhereTheClusterOrADirectoryIsNotAsItHasToBe(@TempDir Path directory) {
        assertThat(ends(() -> {
                    throw new ClusterException("no broker answers");
                }))
                .isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(ends(() -> {
                    throw new TimeoutException("too long");
                }))
                .isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(ends(() -> {
                    ResultDirectory.open(Files.createFile(directory.resolve("file")), ResultFiles.RUN);
                    return 0;
                }))
                .isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void saysIncompleteWhereARunCannotGoOn() {
        assertThat(ends(() -> {
                    throw new IncompleteException("a send failed");
                }))
                .isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void saysInterruptedWhateverTheInterruptionBroke() {
        interruption.request();

        assertThat(ends(() -> {
                    throw new ClusterException("interrupted while waiting");
                }))
                .isEqualTo(ExitCode.INTERRUPTED);
        assertThat(err).hasToString("interrupted" + System.lineSeparator());
    }

    @Test
    void keepsTheStackTraceOfADefectInAFile() throws Exception {
        assertThat(ends(() -> {
                    throw new IllegalStateException("a defect");
                }))
                .isEqualTo(ExitCode.INTERNAL);

        Matcher file = Pattern.compile("please report it with '(.+)'").matcher(err.toString());
        assertThat(file.find()).isTrue();
        assertThat(err.toString()).doesNotContain("\tat ");
        assertThat(Path.of(file.group(1))).content().contains("IllegalStateException: a defect", "\tat ");
        Files.delete(Path.of(file.group(1)));
    }

    @Test
    void takesWhatKafkaSaidForTheEnvironmentWhoeverPassedItOn() {
        assertThat(ends(() -> {
                    throw new IllegalStateException(
                            "Failed to start bean 'streams'",
                            new KafkaException("Failed to construct kafka consumer", new IOException("no way there")));
                }))
                .isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err).hasToString("Kafka: Failed to start bean 'streams': no way there" + System.lineSeparator());
    }

    @Test
    void hidesSecretsInMessagesAndFiles() throws Exception {
        Secrets.add("planted-in-failures");

        ends(() -> {
            throw new ClusterException("no, planted-in-failures is wrong");
        });
        ends(() -> {
            throw new IllegalStateException("a defect", new IOException("near planted-in-failures"));
        });
        Matcher file = Pattern.compile("please report it with '(.+)'").matcher(err.toString());
        assertThat(file.find()).isTrue();
        assertThat(err.toString()).contains("no, [hidden] is wrong").doesNotContain("planted-in-failures");
        assertThat(Path.of(file.group(1))).content().contains("near [hidden]").doesNotContain("planted-in-failures");
        Files.delete(Path.of(file.group(1)));
    }

    @Test
    void readsShardsAsTheUserCountsThem() {
        assertThat(Shard.parse("2/3")).isEqualTo(new Shard(1, 3)).hasToString("2/3");
        for (String wrong : new String[] {"0/2", "3/2", "1", "1/65", "a/b", "1/2/3"}) {
            assertThatThrownBy(() -> Shard.parse(wrong)).hasMessageContaining("'" + wrong + "': want k/n");
        }
    }

    private int ends(Callable<Integer> work) {
        Failures failures = new Failures(interruption);
        return new CommandLine(new Probe(work))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(failures)
                .setExitCodeExceptionMapper(failures)
                .execute();
    }

    @Command(name = "probe")
    private record Probe(Callable<Integer> work) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return work.call();
        }
    }
}
