package io.docaxis.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {

    @Test
    void putsOptionsOfTheJvmBeforeTheClassAndArgumentsBehindIt() {
        Program program = new Program(List.of("java", "-Xmx1g"), Program.classes("a.jar:b.jar", false));

        assertThat(program.command(List.of("-Dx=y"), List.of("run", "quiet-day")))
                .containsExactly(
                        "java",
                        "-Xmx1g",
                        "-Ddocaxis.parent=" + ProcessHandle.current().pid(),
                        "-Dx=y",
                        "-cp",
                        "a.jar:b.jar",
                        "io.docaxis.simulator.Docaxis",
                        "run",
                        "quiet-day");
    }

    @Test
    void startsAJarAsAJar() {
        assertThat(Program.classes("/with space/a.jar", true)).containsExactly("-jar", "/with space/a.jar");
    }

    @Test
    void startsWithTheOptionsThatAreShippedWhereAnotherProgramStartsIt() throws IOException {
        assertThat(Program.ofThisProcess().launcher()).containsSubsequence(shipped("jvm.options"));
        assertThat(Program.loadOptions()).isEqualTo(shipped("load.options"));
    }

    private static List<String> shipped(String file) throws IOException {
        List<String> shipped = Files.readAllLines(Path.of(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(shipped).isNotEmpty().allMatch(option -> option.startsWith("-X"));
        return shipped;
    }
}
