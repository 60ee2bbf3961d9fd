package io.docaxis.simulator.command;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.TextFormat;
import io.docaxis.common.kafka.topic.TopicSchema;
import io.docaxis.simulator.terminal.TextTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The schema of the topics, for tools that decode Protocol Buffers and have nothing of docaxis. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the schema of the topics, for tools that decode.",
            "",
            "It is a google.protobuf.FileDescriptorSet, and names the message of each topic. With --json-schema it is the JSON Schema of what docaxis writes as JSON."
        },
        footer = {
            "",
            "Example: docaxis schema --out docaxis.desc",
            "         protoc --descriptor_set_in=docaxis.desc --decode=docaxis.v1.Event < value",
            "         docaxis schema --json-schema event --out event.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--text", description = "As text, with the message of each topic in comments, instead of bytes.")
    private boolean text;

    @Option(
            names = "--json-schema",
            paramLabel = "NAME",
            converter = JsonSchema.Named.class,
            description = "A JSON Schema instead, by name: ${COMPLETION-CANDIDATES}.",
            completionCandidates = JsonSchema.Candidates.class)
    private JsonSchema jsonSchema;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            converter = Names.File.class,
            description = "Into a file; the message of each topic is printed. Default: standard output.")
    private Path file;

    private final Supplier<OutputStream> bytes;
    private final boolean terminal;

    /**
     * @param bytes where they go if no file is named
     * @param terminal whether that is a terminal
     */
    SchemaCommand(Supplier<OutputStream> bytes, boolean terminal) {
        this.bytes = bytes;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (jsonSchema != null) {
            return printJsonSchema();
        }
        FileDescriptorSet set = TopicSchema.descriptors();
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (file != null && text) {
                Files.writeString(file, text(set));
            } else if (file != null) {
                Files.write(file, set.toByteArray());
            } else if (text) {
                out.print(text(set));
            } else if (terminal) {
                throw new UsageException(
                        "standard output is a terminal, and the schema is bytes: want --text or --out" + " FILE");
            } else {
                write(set);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (file != null) {
            out.print(topics(""));
        }
        return ExitCode.EXACT;
    }

    private int printJsonSchema() {
        if (text) {
            throw new UsageException(
                    "--text is of the descriptor set, and a JSON Schema is text: want one of --text and"
                            + " --json-schema " + jsonSchema.label());
        }
        try {
            if (file != null) {
                Files.writeString(file, jsonSchema.text());
            } else {
                spec.commandLine().getOut().print(jsonSchema.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.EXACT;
    }

    private void write(FileDescriptorSet set) throws IOException {
        OutputStream to = bytes.get();
        set.writeTo(to);
        to.flush();
    }

    /** Text format has comments: which message is where stands in them. */
    private static String text(FileDescriptorSet set) {
        return topics("# ") + TextFormat.printer().printToString(set);
    }

    private static String topics(String before) {
        TextTable table = TextTable.of("topic", "key", "value");
        TopicSchema.ALL.forEach(schema -> table.row("<prefix>." + schema.topic(), schema.key(), schema.value()));
        return String.join(
                "",
                List.of(table.text().split("(?<=\n)")).stream()
                        .map(line -> before + line)
                        .toList());
    }
}
