package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Skipping;
import io.docaxis.simulator.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher on machines that are set up otherwise; mostly with a Java that only says what it was asked to do. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "limits and locales are named as Linux names them")
class LauncherIT {

    private static final Map<String, String> UTF_8 = Map.of("LC_ALL", "C.UTF-8");

    @TempDir
    private static Path directory;

    private static Checkout checkout;
    private static Path elsewhere;

    @BeforeAll
    static void checkOut() throws IOException {
        checkout = Checkout.in(directory.resolve("with a space").resolve("d\u1eef li\u1ec7u"));
        elsewhere = Files.createDirectories(directory.resolve("else where"));
        Files.createSymbolicLink(elsewhere.resolve("absolute"), checkout.launcher());
        Files.createSymbolicLink(
                elsewhere.resolve("relative"), Path.of("..").resolve(directory.relativize(checkout.launcher())));
        Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("relative"));
        Files.createSymbolicLink(directory.resolve("third"), Path.of("else where/second"));
    }

    static Stream<List<String>> calls() {
        return Stream.of(
                List.of(checkout.launcher().toString()),
                List.of("sh", checkout.launcher().toString()),
                List.of("./absolute"),
                List.of("./relative"),
                List.of("sh", "relative"),
                List.of("./second"),
                List.of("../third"),
                List.of(directory.resolve("third").toString()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void findsItsCheckoutHoweverItIsCalled(List<String> call) throws IOException {
        Checkout.Ended ended = told(Map.of("CDPATH", ".:" + directory + ":/", "LC_ALL", "C.UTF-8"), "17.0.15", call);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines())
                .contains("-jar", checkout.jar().toString())
                .contains("@" + checkout.launcher().resolveSibling("simulator/jvm.options"))
                .endsWith("run", "a b", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "17.0.15 | -                                    | --enable",
                "23      | -                                    | --enable",
                "24      | --enable-native-access=ALL-UNNAMED   | --enable-final",
                "25.0.3  | --sun-misc-unsafe-memory-access=allow | --enable-final",
                "26      | --enable-final-field-mutation=ALL-UNNAMED | -",
                "27-ea   | --enable-final-field-mutation=ALL-UNNAMED | -"
            })
    void tellsEachJavaWhatItKnows(String release, String told, String notTold) throws IOException {
        Checkout.Ended ended = told(UTF_8, release, List.of("./absolute"));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(told == null || ended.out().contains(told)).as(ended.out()).isTrue();
        assertThat(notTold != null && ended.out().contains(notTold))
                .as(ended.out())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_202, Java 1", "11.0.2, Java 11", "16, Java 16"})
    void refusesAnOlderJava(String release, String named) throws IOException {
        Checkout.Ended ended = told(UTF_8, release, List.of("./absolute"));

        assertThat(ended.code()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(ended.err()).contains(named + "; want 17 or newer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-Xmx64m                   | -Xms0 | -",
                "-XX:MaxHeapSize=64m       | -Xms0 | -",
                "-XX:MaxRAMPercentage=5    | -Xms0 | -",
                "-Xms32m -Xmx64m           | -     | -Xms0",
                "-Dany=thing               | -     | -Xms0"
            })
    void leavesTheInitialHeapToJavaWhereTheLargestIsTheUsers(String options, String told, String notTold)
            throws IOException {
        Checkout.Ended ended =
                told(Map.of("LC_ALL", "C.UTF-8", "DOCAXIS_JAVA_OPTS", options), "17", List.of("./absolute"));

        assertThat(ended.out().lines()).contains(options.split(" "));
        assertThat(told == null || ended.out().lines().toList().contains(told)).isTrue();
        assertThat(notTold != null && ended.out().lines().toList().contains(notTold))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Dany=thing               | load  | true  | true",
                "-Xmx64m                   | load  | true  | false",
                "-XX:MaxRAMPercentage=5    | load  | true  | false",
                "-Dany=thing               | other | false | false"
            })
    void givesALoadWhatIsShippedForIt(String options, String command, boolean isCompiledEarly, boolean hasItsHeap)
            throws IOException {
        List<String> out = told(
                        Map.of("LC_ALL", "C.UTF-8", "DOCAXIS_JAVA_OPTS", options), "17", List.of("./absolute", command))
                .out()
                .lines()
                .toList();

        assertThat(out.contains("-XX:Tier4InvocationThreshold=5000")).isEqualTo(isCompiledEarly);
        assertThat(out.contains("-Xmn640m")).isEqualTo(hasItsHeap);
        assertThat(out).contains(command).noneMatch(word -> word.startsWith("#"));
    }

    /** Real Java, for it is Java that does not know what to make of these. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ulimit -n 64                        | only 64 files may be open at once",
                "ulimit -v 400000                    | does not start with 400000 KiB of address space",
                "ulimit -v 2000000                   | does not start with 2000000 KiB of address space",
                "export DOCAXIS_JAVA_OPTS=-Xno        | does not start with DOCAXIS_JAVA_OPTS '-Xno'",
                "export DOCAXIS_JAVA_OPTS=-Xmx2k      | does not start with DOCAXIS_JAVA_OPTS '-Xmx2k'",
                "export JAVA_HOME=/no                | JAVA_HOME is '/no', where there is no bin/java"
            })
    void saysWhatTheMachineDoesNotAllow(String limit, String message) throws IOException {
        Checkout.Ended ended = Checkout.shell(elsewhere, UTF_8, "sh", "-c", limit + "; ./absolute version");

        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(ended.err()).contains(message).doesNotContain("VerifyError", "\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ulimit -S -n 64                              | can be played",
                "export DOCAXIS_JAVA_OPTS=-Xmx64m              | can be played",
                "export DOCAXIS_JAVA_OPTS='-Duser.language=tr -Duser.country=TR' | can be played"
            })
    void worksWithLittleAndInTurkish(String limit, String message) throws IOException {
        Checkout.Ended ended =
                Checkout.shell(elsewhere, UTF_8, "sh", "-c", limit + "; ./absolute scenario check quiet-day");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({"C, d\u1eef li\u1ec7u: du lieu", "C.UTF-8, d\u1eef li\u1ec7u: d\u1eef li\u1ec7u"})
    void findsAndShowsFilesWhoseNamesAreNotAscii(String locale, String names) throws IOException {
        String name = names.substring(0, names.indexOf(':'));
        String shown = names.substring(names.indexOf(' ', names.indexOf(':')) + 1);
        Path scenario = elsewhere.resolve(name + ".yaml");
        Files.writeString(scenario, "nmae: broken\n");

        Checkout.Ended ended =
                Checkout.shell(elsewhere, Map.of("LC_ALL", locale), "./absolute", "scenario", "check", name + ".yaml");

        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains(shown + ".yaml").contains("nmae", "name");
    }

    @Test
    void saysThatMemoryIsOut() throws IOException {
        Checkout.Ended ended = Checkout.shell(
                elsewhere,
                Map.of("LC_ALL", "C.UTF-8", "DOCAXIS_JAVA_OPTS", "-Xmx24m -XX:GCTimeLimit=50"),
                "./absolute",
                "run",
                "quiet-day");

        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(ended.err().lines().reduce((before, last) -> last))
                .hasValueSatisfying(
                        last -> assertThat(last).startsWith("out of memory (").endsWith("-Xmx2g does"));
    }

    @Test
    void printsNoWarningOnALaterJava() throws IOException {
        Path later = laterJava();
        Skipping.because("printsNoWarningOnALaterJava", later == null ? "there is no Java from 24 on" : null);
        Map<String, String> variables = new HashMap<>(UTF_8);
        variables.put("JAVA_HOME", later.toString());

        Checkout.Ended ended =
                Checkout.shell(elsewhere, variables, "./absolute", "run", "quiet-day", "--documents", "50");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).doesNotContainIgnoringCase("warning").contains("verdict: exact");
    }

    @Test
    void allowsInTheJarWhatALaterJavaWarnsOf() throws IOException {
        try (JarFile jar = new JarFile(checkout.jar().toRealPath().toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
            assertThat(manifest.getValue("Enable-Final-Field-Mutation")).isEqualTo("ALL-UNNAMED");
        }
    }

    private static Path laterJava() throws IOException {
        Path machines = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(machines)) {
            return null;
        }
        try (Stream<Path> found = Files.list(machines)) {
            return found.filter(home -> home.getFileName().toString().matches(".*-(2[4-9]|[3-9]\\d)(-.*)?"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static Checkout.Ended told(Map<String, String> variables, String release, List<String> call)
            throws IOException {
        Map<String, String> all = new HashMap<>(variables);
        all.put(
                "JAVA_HOME",
                Checkout.javaThatTells(directory.resolve("java-" + release), release)
                        .toString());
        return Checkout.shell(
                elsewhere,
                all,
                Stream.concat(call.stream(), Arrays.stream(new String[] {"run", "a b", ""}))
                        .toArray(String[]::new));
    }
}
