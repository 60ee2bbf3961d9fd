package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.docaxis.simulator.command.DocaxisCommand;
import io.docaxis.simulator.command.Interruption;
import io.docaxis.simulator.process.ProgramProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A load that has ended: how, what it said, and what it left in its directory. */
record Loaded(int code, String words, Path directory) {

    /** Without what makes a measurement valid, which is not what is tested. */
    private static final List<String> SHORT = List.of("--allow-invalid", "--warm-up", "500ms", "--rehearse", "0s");

    private static final List<String> FILES =
            List.of("result.json", "junit.xml", "load.html", "load.txt", "latencies.hlog", "seconds.hlog");

    /** Plays one in this process, on a cluster. */
    static Loaded played(String servers, Path directory, String... arguments) {
        List<String> line = line(directory, arguments);
        Collections.addAll(line, "--bootstrap-servers", servers);
        return ran(directory, line.toArray(String[]::new));
    }

    /** Runs a command in this process. */
    static Loaded ran(Path directory, String... line) {
        StringWriter words = new StringWriter();
        PrintWriter to = new PrintWriter(words);
        int code = DocaxisCommand.execute(Interruption.ofNothing(), to, to, line);
        return new Loaded(code, words.toString(), directory);
    }

    /** The command line of a short one. */
    static List<String> line(Path directory, String... arguments) {
        List<String> line = new ArrayList<>(List.of("load", "national-2023", "--results", directory.toString()));
        line.addAll(SHORT);
        Collections.addAll(line, arguments);
        return line;
    }

    /** What a process of its own came to. */
    static Loaded by(ProgramProcess process, Path directory) throws InterruptedException {
        int code = process.exitCode();
        return new Loaded(code, process.out() + process.err(), directory);
    }

    /** Checks how it ended, and that it said so; words are compared without breaks of lines. */
    Loaded ended(int expected, String... saying) {
        assertThat(code).as(words).isEqualTo(expected);
        String inOneLine = words.replaceAll("\\s+", " ");
        assertThat(inOneLine).doesNotContain(" at io.docaxis");
        assertThat(List.of(saying)).allSatisfy(word -> assertThat(inOneLine).contains(word));
        return this;
    }

    /** Checks that every file is there, that the result is as its schema has it, and that its books balance. */
    Loaded isWhole() {
        assertThat(directory).isDirectoryContaining(file -> true);
        for (String file : FILES) {
            assertThat(directory.resolve(file)).as(words).isNotEmptyFile();
        }
        assertThat(problems()).isEmpty();
        assertThat(count("/books/acknowledged") + count("/books/failed") + count("/books/unknown"))
                .isEqualTo(count("/books/offered"));
        return this;
    }

    private List<String> problems() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(Path.of("../docs/schemas/load-result.schema.json")), InputFormat.JSON)
                .validate(read(directory.resolve("result.json")), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    JsonNode result() {
        return JsonMapper.shared().readTree(read(directory.resolve("result.json")));
    }

    /** Something of the result, by its pointer. */
    String text(String pointer) {
        return result().at(pointer).asString();
    }

    /** The same of a count, which must be known. */
    long count(String pointer) {
        JsonNode node = result().at(pointer);
        assertThat(node.isIntegralNumber()).as(pointer + ": " + node).isTrue();
        return node.asLong();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
