package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private final Interruption interruption = new Interruption();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void namesEveryCommandInItsHelp() {
        assertThat(run("--help")).isEqualTo(ExitCode.EXACT);
        assertThat(out.toString())
                .contains(
                        "run ",
                        "produce ",
                        "consume ",
                        "verify ",
                        "lag ",
                        "late ",
                        "history ",
                        "broker ",
                        "drill ",
                        "bench ",
                        "scenario ",
                        "schema ",
                        "version ")
                .contains("generate-completion", "docaxis run quiet-day", "130   interrupted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "produce",
                "consume",
                "verify",
                "lag",
                "late",
                "history",
                "broker",
                "bench",
                "drill",
                "scenario",
                "schema",
                "version",
                "generate-completion"
            })
    void explainsEachCommand(String command) {
        assertThat(run(command, "--help")).isEqualTo(ExitCode.EXACT);
        assertThat(out.toString()).startsWith("Usage: docaxis " + command);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"                                       | Which command?",
                "nosuch                                     | there is no command 'docaxis nosuch'",
                "run                                        | Missing required parameter: 'SCENARIO'",
                "run quiet-day --sped max                   | Unknown options: '--sped', 'max'",
                "run quiet-day --speed 0                    | want 'max', or a number of times above 0",
                "run quiet-day --documents 0                | --documents 0: want",
                "run quiet-day --sources 0                  | --sources 0: want a whole number from 1 to 64",
                "run quiet-day --partitions -1              | --partitions -1: want a whole number from 1 to 1000",
                "run quiet-day --prefix a/b                 | topic prefix 'a/b'",
                "run quiet-day --fresh --resume             | want one of them",
                "run quiet-day --keep-data d --bootstrap-servers b:1 | is about docaxis' own broker",
                "produce quiet-day --bootstrap-servers b:1 --shard 3/2 | 3/2: want k/n",
                "produce quiet-day                          | --bootstrap-servers HOST:PORT is missing",
                "verify                                     | --bootstrap-servers HOST:PORT is missing",
                "consume                                    | --bootstrap-servers HOST:PORT is missing",
                "run quiet-day --bootstrap-servers nohost   | --bootstrap-servers 'nohost': 'nohost' is no address",
                "produce quiet-day --bootstrap-servers h:0  | --bootstrap-servers 'h:0': there is no port 0",
                "consume --bootstrap-servers ,              | --bootstrap-servers ',': an address is missing",
                "verify --bootstrap-servers=                | --bootstrap-servers '': an address is missing",
                "run quiet-day --client-config /no/such     | client config '/no/such' cannot be read: there is no file",
                "produce quiet-day --client-config /no/such | client config '/no/such' cannot be read: there is no file",
                "consume --client-config /no/such           | client config '/no/such' cannot be read: there is no file",
                "verify --client-config /no/such            | client config '/no/such' cannot be read: there is no file",
                "run quiet-day --client-config /dev/null    | names no cluster",
                "consume --client-config /dev/null          | names no cluster",
                "consume --bootstrap-servers b:1 --threads 0 | --threads 0: want a whole number from 1 to 64",
                "bench --rounds 0                            | --rounds 0: want a whole number from 1 to 99",
                "bench --documents 0                         | --documents 0: want",
                "bench scale --factors 1,x                   | --factors 1,x: want numbers",
                "bench scale --agencies 87                   | --agencies 87: want numbers",
                "bench lag --days 1                          | want a whole number from 2 to 366",
                "broker --port 70000                        | --port 70000: want a whole number from 0 to 65535",
                "drill nosuch                               | want all, self-test or one of kill-consumer, ",
                "drill all --seeds 0                        | --seeds 0: want a whole number from 1 to 1000",
                "drill all --documents 5                    | --documents 5: want a whole number from 1000 to",
                "lag                                        | --bootstrap-servers HOST:PORT is missing",
                "lag --bootstrap-servers b:1 --interval 0s   | --interval 0s: want 1s to 300s",
                "late                                       | --bootstrap-servers HOST:PORT is missing",
                "late --agency X99                          | --agency X99: want the code of a ministry",
                "late --obligation sing                     | --obligation sing: want one of send, acknowledge, respond",
                "late --limit -1                            | --limit -1: want a whole number from 0 to",
                "late --json --csv                          | are mutually exclusive",
                "history                                    | Missing required parameter: 'THREAD'",
                "history four                               | thread 'four': want its number, such as 4711, or the number",
                "history 4711                               | --bootstrap-servers HOST:PORT is missing",
                "schema --out=                              | want the path of a file",
                "scenario check nosuch                      | no file and no scenario of that name"
            })
    void saysWhatIsWrongWithACommandLine(String arguments, String message) {
        int code = arguments.isEmpty() ? run() : run(arguments.split(" "));

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void suggestsTheOptionThatMayHaveBeenMeant() {
        run("run", "quiet-day", "--documentz", "5");

        assertThat(err.toString()).contains("--documents").contains("Try 'docaxis run --help'.");
    }

    @Test
    void listsAndShowsScenarios() {
        assertThat(run("scenario", "list")).isEqualTo(ExitCode.EXACT);
        assertThat(run("scenario", "show", "quiet-day")).isEqualTo(ExitCode.EXACT);

        assertThat(out.toString()).contains("national-2023", "quiet-day", "poison", "name: quiet-day");
    }

    @Test
    void printsEverythingThatIsWrongWithAScenarioAtOnce(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("broken.yaml");
        Files.writeString(file, "nmae: broken\nvolume:\n  documents: -5\n");

        assertThat(run("scenario", "check", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("nmae", "volume.documents").contains("-5");
    }

    @Test
    void checksAScenarioThatCanBePlayed() {
        assertThat(run("scenario", "check", "quiet-day")).isEqualTo(ExitCode.EXACT);
        assertThat(out.toString()).contains("quiet-day can be played: 2023-03-06 to 2023-03-10, 3,000 documents");
    }

    @Test
    void writesACompletionScript() {
        assertThat(run("generate-completion")).isEqualTo(ExitCode.EXACT);
        assertThat(out.toString()).contains("_complete_docaxis", "--bootstrap-servers");
    }

    @Test
    void saysWhichVersionsItIsMadeOf() {
        assertThat(run("version")).isEqualTo(ExitCode.EXACT);
        assertThat(out.toString()).contains("docaxis ", "Kafka " + System.getProperty("kafka.version"), "Java ");
    }

    private int run(String... arguments) {
        return DocaxisCommand.execute(interruption, new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
