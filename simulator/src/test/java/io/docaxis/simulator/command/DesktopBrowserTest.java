package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesktopBrowserTest {

    private static final String URL = "http://127.0.0.1:8080/?a=$(touch x)&b=1";

    @TempDir
    private Path directory;

    private final List<String> problems = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "Linux, xdg-open",
        "FreeBSD, xdg-open",
        "Mac OS X, open",
        "Windows 11, 'rundll32 url.dll,FileProtocolHandler'"
    })
    void takesWhatTheSystemHas(String system, String program) {
        assertThat(String.join(" ", DesktopBrowser.of(system).program())).isEqualTo(program);
    }

    @Test
    void givesTheAddressAsItIs() throws IOException {
        Path given = directory.resolve("given");

        browser("printf '%s' \"$1\" >" + given + ".part; mv " + given + ".part " + given)
                .open(URL, problems::add);

        Waiting.until("the address", () -> Files.exists(given));
        assertThat(given).hasContent(URL);
        assertThat(problems).isEmpty();
    }

    @Test
    void saysThatThereIsNoBrowser() {
        new DesktopBrowser(List.of(directory.resolve("nothing").toString())).open(URL, problems::add);

        assertThat(problems).singleElement().asString().contains("nothing': it cannot be started", URL);
    }

    @Test
    void saysThatItFailed() throws IOException {
        browser("exit 3").open(URL, problems::add);

        Waiting.until("a problem", () -> !problems.isEmpty());
        assertThat(problems).singleElement().asString().contains("it ended with 3", URL);
    }

    private DesktopBrowser browser(String script) throws IOException {
        Path program = Files.writeString(directory.resolve("browser"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new DesktopBrowser(List.of(program.toString()));
    }
}
