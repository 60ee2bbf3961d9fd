package io.docaxis.simulator.command;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every option of every command: a value that cannot be is refused by name, with what can, before anything starts. */
class OptionsTest {

    private static final Set<Class<?>> NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final List<String> NO_NUMBERS = List.of("", " ", "-1", "x", "1.5", "1e3", "99999999999999999999");

    private static final List<String> NO_TIMES = List.of(
            "", " ", "noon", "2023-03-06", "16:50", "2023-02-30 10:00", "2023-03-06 24:00", "2023-03-06  10:00");

    private static final List<String> NO_RATES = List.of(
            "", "0/s", "-1/s", "20000", "20k", "fast", "1/h", "1/s..", "1/s..2/s..3/s", "1/s,,2/s", "2000000000/s");

    private static final List<String> NO_WALL_TIMES = List.of("", " ", "5", "-1s", "1d", "169h", "1.5s", "soon");

    /** Of the other options, values that cannot be. */
    private static final Map<String, List<String>> NO_VALUES = Map.ofEntries(
            entry("--prefix", List.of("", " ", "a/b", "ä", "x".repeat(201))),
            entry("--instance-id", List.of("", " ", ".", "..", "a/b", "ä", "x".repeat(201))),
            entry("--results", List.of("", " ")),
            entry("--report", List.of("", " ")),
            entry("--keep-data", List.of("", " ")),
            entry("--speed", List.of("", "0", "0x", "-1x", "fast", "1e3")),
            entry("--begin-at", NO_TIMES),
            entry("--until", NO_TIMES),
            entry(
                    "--management-address",
                    List.of("", " ", "x", "localhost", "256.0.0.1", "1.2.3", "127.0.0.1:80", "[::1]", "::g")),
            entry("--token-file", List.of("", " ")),
            entry("--tls-cert", List.of("", " ")),
            entry("--tls-key", List.of("", " ")),
            entry("--public-host", List.of("", " ", "a/b", "http://a", "a:80", "ä", "a..b", ".")),
            entry("--aliases", List.of("", " ", "x", "kafka-exporter")),
            entry("--shard", List.of("", "0/1", "2/1", "1/65", "1", "a/b", "-1/2")),
            entry("--fast-clients", List.of("", "x", "on", "true", "auto,off")),
            entry("--factors", List.of("", "x", "0", "-1", "51", "1,,2", "1,", "NaN")),
            entry("--agencies", List.of("", "x", "87", "-1", "120001", "88,,99")),
            entry("--only", List.of("", " ", "x", "send;slip", "SEND", "proved")),
            entry("--out", List.of("", " ")),
            entry("--json-schema", List.of("", " ", "x", "Event", "event.schema.json")),
            entry("--group", List.of("", " ")),
            entry("--agency", List.of("", " ", "x", "H64", "G29", "H53.", "53")),
            entry("--obligation", List.of("", " ", "x", "reply", "respond,send")),
            entry("--groups", List.of("", " ", "(", "[a", "*")),
            entry("--topics", List.of("", " ", "(", "[a", "*")),
            entry("--read-committed", List.of("", " ", "(", "[a", "*")),
            entry("--interval", List.of("", " ", "5", "0s", "-1s", "301s", "6m", "1h", "soon")),
            entry("--cluster", List.of("", " ", "a b", "ä", "x".repeat(101))),
            entry("--rate", NO_RATES),
            entry("--documents-rate", NO_RATES),
            entry("--shape", List.of("", "flat", "office day")),
            entry("--arrivals", List.of("", "odd", "even,poisson")),
            entry("--duration", NO_WALL_TIMES),
            entry("--warm-up", NO_WALL_TIMES),
            entry("--size", List.of("", "0", "-1", "1XB", "20MB", "4KB..1KB", "1KB...2KB", "big")),
            entry("--padding", List.of("", "zeros")),
            entry("--format", List.of("", "xml", "avro")),
            entry("--consume", List.of("", " ")),
            entry(
                    "--start-at",
                    List.of("", "now", "12:00", "2026-11-28", "2026-11-28T12:00:00", "2026-13-01T00:00:00Z")),
            entry("--disk-budget", List.of("", "0", "0GB", "10", "-1GB", "ten GB", "1.5GB")),
            entry("--dry-run", List.of(" ")),
            entry("--rehearse", NO_WALL_TIMES),
            entry("--open", List.of("", "x", "0", "-1", "10000001")));

    /** What they allow is said and tested where the clients' settings are. */
    private static final Set<String> ELSEWHERE =
            Set.of("--bootstrap-servers", "--client-config", "--require", "--header", "--topic");

    /** A value, of an option, of a command. */
    private record Case(List<String> command, String option, String value) {
        @Override
        public String toString() {
            return String.join(" ", command) + " " + option + " '" + value + "'";
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        collect(DocaxisCommand.commandLine(new Interruption()), List.of(), cases);
        assertThat(cases).hasSizeGreaterThan(200);
        return cases.stream();
    }

    private static void collect(CommandLine command, List<String> path, List<Case> cases) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            String name = option.longestName();
            if (option.arity().max() > 0 && !ELSEWHERE.contains(name)) {
                List<String> values = NUMBERS.contains(option.type()) ? NO_NUMBERS : NO_VALUES.get(name);
                assertThat(values)
                        .as("values that '%s' does not take: this test needs some", name)
                        .isNotNull();
                values.forEach(value -> cases.add(new Case(path, name, value)));
            }
        }
        command.getSubcommands().forEach((name, sub) -> {
            if (!sub.getCommandSpec().usageMessage().hidden()) {
                collect(sub, Stream.concat(path.stream(), Stream.of(name)).toList(), cases);
            }
        });
    }

    /** What a load, or the merging of two, has to have. */
    private static List<String> loaded(Case bad) {
        if (bad.command().size() > 1) {
            return List.of("shard1");
        }
        return bad.option().endsWith("rate") ? List.of("quiet-day") : List.of("quiet-day", "--rate", "10/s");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesAValueThatCannotBe(Case bad) {
        List<String> line = new ArrayList<>(bad.command());
        switch (line.get(0)) {
            case "run" -> line.add("quiet-day");
            case "produce" -> line.addAll(List.of("quiet-day", "--bootstrap-servers", "b:1"));
            case "consume", "watch", "lag", "late", "verify" -> line.addAll(List.of("--bootstrap-servers", "b:1"));
            case "history" -> line.addAll(List.of("1", "--bootstrap-servers", "b:1"));
            case "drill" -> line.add("all");
            case "load" -> line.addAll(loaded(bad));
            default -> {}
        }
        line.addAll(List.of(bad.option(), bad.value()));

        Ended ended = run(line.toArray(String[]::new));

        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains(bad.option()).contains(bad.value()).contains("want ");
        assertThat(ended.err()).doesNotContain("Exception", " int", " long", "\tat ");
        assertThat(ended.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "run quiet-day --partitions 0                     | --partitions 0: want a whole number from 1 to 1000",
                "run quiet-day --sources 0                        | --sources 0: want a whole number from 1 to 64",
                "run quiet-day --seed -1                          | --seed -1: want a whole number from 0 to",
                "run quiet-day --documents 0                      | --documents 0: want a whole number from 1 to",
                "run quiet-day --management-port 99999            | --management-port 99999: want a whole number from 0 to 65535",
                "run quiet-day --broker-port 70000                | --broker-port 70000: want a whole number from 0 to 65535",
                "consume --threads 0                              | --threads 0: want a whole number from 1 to 64",
                "consume --commit-every 60001                     | --commit-every 60001: want a whole number from 1 to 60000",
                "produce quiet-day --shard 3/2                    | --shard 3/2: want k/n",
                "produce quiet-day --speed 0                      | --speed 0: want 'max'",
                "run quiet-day --begin-at 2023-03-05T23:59:59     | --begin-at 2023-03-05T23:59:59: want 2023-03-06 00:00, when the period of 'quiet-day' begins, to 2023-03-10",
                "produce quiet-day --begin-at 2023-03-10T23:59 --bootstrap-servers b:1 | --begin-at 2023-03-10T23:59: want 2023-03-06 00:00",
                "run quiet-day --until 2023-03-06T00:00           | --until 2023-03-06T00:00: want an instant after 2023-03-06 00:00, when the run begins, up to 2023-03-11 00:00, when the period of 'quiet-day' ends",
                "run quiet-day --begin-at 2023-03-06T16:50 --until 2023-03-06T16:50 | --until 2023-03-06T16:50: want an instant after 2023-03-06 16:50",
                "produce quiet-day --until 2023-03-11T00:01 --bootstrap-servers b:1 | --until 2023-03-11T00:01: want an instant after",
                "drill all --seeds 1001                           | --seeds 1001: want a whole number from 1 to 1000",
                "drill all --documents 5                          | --documents 5: want a whole number from 1000 to",
                "run quiet-day --fast-clients yes                 | --fast-clients yes: want auto or off",
                "bench --rounds 100                               | --rounds 100: want a whole number from 1 to 99",
                "bench load --rounds 0                            | --rounds 0: want a whole number from 1 to 99",
                "bench load --seconds 0                           | --seconds 0: want a whole number from 1 to 3600",
                "bench load --only send,latncy                    | --only latncy: want one or more of send, prove, latency, slip"
            })
    void saysWhatIsAllowed(String line, String message) {
        Ended ended = run(line.split(" "));

        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "run quiet-day --bootstrap-servers b:1 --keep-data d   | --keep-data d: is about docaxis' own broker",
                "run quiet-day --bootstrap-servers b:1 --broker-port 9 | --broker-port 9: is about docaxis' own broker",
                "run quiet-day --bootstrap-servers b:1 --broker-port 0 | --broker-port 0: is about docaxis' own broker",
                "run quiet-day --resume                                | --resume: is about an earlier start",
                "run quiet-day --fresh                                 | --fresh: is about an earlier start",
                "run quiet-day --instance-id a                         | --instance-id a: is about an earlier start",
                "run quiet-day --broker-port 99 --management-port 99   | --management-port 99: is the port of --broker-port",
                "run quiet-day --keep-data d --fresh --resume          | --fresh: deletes what --resume needs: want one of them",
                "run quiet-day --fresh --resume                        | --fresh: deletes what --resume needs: want one of them",
                "produce quiet-day --fresh --resume                    | --fresh: deletes what --resume needs: want one of them",
                "run quiet-day --live --speed max                      | --speed max: has no wall clock for --live",
                "produce quiet-day --live --speed max                  | --speed max: has no wall clock for --live",
                "drill self-test --seeds 3                             | --seeds 3: is about drills",
                "drill self-test --documents 3000                      | --documents 3000: is about drills",
                "drill self-test --results d                           | --results d: is about drills",
                "bench --rounds 3 scale                                | --rounds 3: is about 'docaxis bench'",
                "bench --documents 1000 load                           | --documents 1000: is about 'docaxis bench'",
                "bench --results d scale                               | --results d: is about 'docaxis bench'",
                "bench scale --factors none --agencies none --open none | --factors none: none, as the others",
                "run quiet-day --seed 1 --seed 2                       | should be specified only once"
            })
    void refusesOptionsThatMeanNothingTogether(String line, String message) {
        Ended ended = run(line.split(" +"));

        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains(message);
        assertThat(ended.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rnu quiet-day             | there is no command 'docaxis rnu'; want one of run, | did you mean 'run'?",
                "prodcue quiet-day         | there is no command 'docaxis prodcue'               | did you mean 'produce'?",
                "scenario lst              | there is no command 'docaxis scenario lst'          | did you mean 'list'?",
                "bench scal                | there is no command 'docaxis bench scal'            | did you mean 'scale'?",
                "run quiet-dya             | no file and no scenario of that name                | did you mean 'quiet-day'?",
                "consume --fast-clients of | --fast-clients of: want auto or off                | did you mean 'off'?",
                "produce quiet-day --fast-clients Autoo | --fast-clients Autoo: want auto or off  | did you mean 'auto'?",
                "drill kill-consumr        | drill 'kill-consumr': want all, self-test           | did you mean 'kill-consumer'?",
                "run quiet-day --documnets | Unknown option: '--documnets'                       | --documents",
                "verify --bootstrap-server b:1 | Unknown option                                  | --bootstrap-servers"
            })
    void suggestsWhatMayHaveBeenMeant(String line, String message, String suggestion) {
        Ended ended = run(line.split(" "));

        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains(message).contains(suggestion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--keep-data", "--broker-port"})
    void refusesOptionsOfItsOwnBrokerWhereTheClientConfigNamesAnother(String option, @TempDir Path directory)
            throws IOException {
        Path config = Files.writeString(directory.resolve("client.properties"), "bootstrap.servers=127.0.0.1:1\n");

        Ended ended = run("run", "quiet-day", "--client-config", config.toString(), option, "9");

        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains(option + ": is about docaxis' own broker", "127.0.0.1:1");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        assertThat(run("nosuchthing").err())
                .startsWith("there is no command 'docaxis nosuchthing'; want one of run, ")
                .doesNotContain("did you mean", "bench-worker");
    }

    @Test
    void explainsACommandWhateverElseIsOnTheLine() {
        assertThat(run("run", "quiet-day", "--fresh", "--help").code()).isEqualTo(ExitCode.EXACT);
    }

    private record Ended(int code, String out, String err) {}

    private static Ended run(String... line) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = DocaxisCommand.execute(new Interruption(), new PrintWriter(out), new PrintWriter(err), line);
        return new Ended(code, out.toString(), err.toString());
    }
}
