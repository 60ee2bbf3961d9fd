package io.docaxis.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {

    @Test
    void putsOptionsOfTheJvmBeforeTheClassAndArgumentsBehindIt() {
        Program program = new Program(List.of("java", "-Xmx1g"), Program.classes("a.jar:b.jar", "io.docaxis.Main"));

        assertThat(program.command(List.of("-Dx=y"), List.of("run", "quiet-day")))
                .containsExactly(
                        "java",
                        "-Xmx1g",
                        "-Ddocaxis.parent=" + ProcessHandle.current().pid(),
                        "-Dx=y",
                        "-cp",
                        "a.jar:b.jar",
                        "io.docaxis.Main",
                        "run",
                        "quiet-day");
    }

    @Test
    void startsAJarAsAJar() {
        assertThat(Program.classes("/with space/a.jar", "/with space/a.jar"))
                .containsExactly("-jar", "/with space/a.jar");
    }
}
