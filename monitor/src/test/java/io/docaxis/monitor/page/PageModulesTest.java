package io.docaxis.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The page's modules are tested where they run, in JavaScript: by the tests beside their fixtures, in Node. */
class PageModulesTest {

    private static final Path TESTS = Path.of("src", "test", "page");

    /** How a process ended, and what it said. */
    private record Ended(int code, String output) {}

    @Test
    void modulesOfThePageDoAsTheirTestsSay() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                hasNode(), "no node here (Debian: apt-get install nodejs), so the page's modules are not tested");
        List<String> command = new ArrayList<>(List.of("node", "--test", "--test-reporter=tap"));
        try (var files = Files.list(TESTS)) {
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".test.mjs"))
                    .sorted()
                    .forEach(command::add);
        }

        Ended ended = run(command);

        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("\n# fail 0\n").doesNotContain("\n# pass 0\n");
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return run(List.of("node", "--version")).code() == 0;
        } catch (IOException e) {
            System.out.println("PageModulesTest: node cannot be started: " + e.getMessage());
            return false;
        }
    }

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
