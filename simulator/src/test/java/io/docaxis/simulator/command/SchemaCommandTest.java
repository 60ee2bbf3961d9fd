package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.TextFormat;
import io.docaxis.common.kafka.topic.TopicSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SchemaCommandTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void writesTheDescriptorSetAsBytesAndNothingElse() throws IOException {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new SchemaCommand(() -> bytes, false))
                .setOut(new PrintWriter(out))
                .execute();

        assertThat(code).isEqualTo(ExitCode.EXACT);
        assertThat(FileDescriptorSet.parseFrom(bytes.toByteArray())).isEqualTo(TopicSchema.descriptors());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aTerminalGetsNoBytes() {
        CommandLine command = new CommandLine(new SchemaCommand(() -> bytes, true));
        StringWriter err = new StringWriter();
        command.setErr(new PrintWriter(err)).execute();

        assertThat(err.toString()).contains("standard output is a terminal", "--text or --out FILE");
        assertThat(bytes.size()).isZero();
    }

    @Test
    void theTextSaysWhatIsInEachTopicAndReadsBackAsTheSameSet() throws IOException {
        Ran ran = Ran.of("schema", "--text").ended(ExitCode.EXACT, "# <prefix>.events ");

        assertThat(ran.out()).startsWith("# topic ").contains("docaxis.v1.Event\n");
        FileDescriptorSet.Builder read = FileDescriptorSet.newBuilder();
        TextFormat.merge(ran.out(), read);
        assertThat(read.build()).isEqualTo(TopicSchema.descriptors());
    }

    @Test
    void aFileGetsTheSetAndTheTerminalWhatIsInEachTopic() throws IOException {
        Path file = directory.resolve("docaxis.desc");
        Ran ran = Ran.of("schema", "--out", file.toString())
                .ended(ExitCode.EXACT, "<prefix>.tally ", "docaxis.v1.TallyKey");

        assertThat(FileDescriptorSet.parseFrom(Files.readAllBytes(file))).isEqualTo(TopicSchema.descriptors());
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() {
        Ran.of("schema", "--out", directory.resolve("no/such/file").toString())
                .ended(ExitCode.ENVIRONMENT, "files of this machine");
    }

    @Test
    void theJsonSchemaOfEventsIsThePublishedOne() throws IOException {
        String published = Files.readString(Path.of("../docs/schemas/event.schema.json"));
        assertThat(Ran.of("schema", "--json-schema", "event")
                        .ended(ExitCode.EXACT, "")
                        .out())
                .isEqualTo(published);

        Path file = directory.resolve("event.json");
        assertThat(Ran.of("schema", "--json-schema", "event", "--out", file.toString())
                        .ended(ExitCode.EXACT, "")
                        .out())
                .isEmpty();
        assertThat(file).hasContent(published);
    }

    @Test
    void theJsonSchemaOfLoadsIsThePublishedOne() throws IOException {
        assertThat(Ran.of("schema", "--json-schema", "load-result")
                        .ended(ExitCode.EXACT, "")
                        .out())
                .isEqualTo(Files.readString(Path.of("../docs/schemas/load-result.schema.json")));
    }

    @Test
    void aJsonSchemaIsNoDescriptorSetAsText() {
        Ran.of("schema", "--json-schema", "event", "--text").ended(ExitCode.USAGE, "--text is of the descriptor set");
    }
}
