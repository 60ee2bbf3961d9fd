package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.endtoend.Checkout.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The release archive that {@code mvn package} makes, unpacked and run without Maven and git by a user without rights. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "users are changed as on Linux")
class ReleaseArchiveIT {

    /** All that the launcher calls, and gzip for tar: nothing else is on the path. */
    private static final List<String> TOOLS = List.of(
            "sh", "dirname", "head", "ln", "locale", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "touch", "gzip");

    @TempDir
    private static Path directory;

    private static Path home;
    private static Path tools;

    @BeforeAll
    static void unpack() throws IOException {
        openToAll(directory);
        tools = Files.createDirectory(directory.resolve("tools"));
        for (String tool : TOOLS) {
            Path script = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.copy(archive(), directory.resolve("docaxis.tar.gz"));
        home = unpack(directory.resolve("unpacked"));
    }

    @Test
    void playsExactlyAndPreparesItselfOnce() throws IOException {
        Ended first = docaxis(home, "run", "quiet-day");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("verdict: exact");
        assertThat(first.err())
                .isEqualToIgnoringNewLines("docaxis: preparing for faster starts (once; some ten seconds)");
        assertThat(home.resolve("app")).isDirectoryContaining("glob:**/classes-*.jsa");

        Ended second = docaxis(home, "run", "quiet-day", "--documents", "600");

        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.err()).isEmpty();
    }

    @Test
    void playsExactlyWhereItMayNotWrite() throws IOException {
        Path kept = unpack(directory.resolve("read-only"));
        assertThat(asUser(directory, "/bin/chmod", "-R", "a-w", kept.toString()).code())
                .isZero();

        Ended ended = docaxis(kept, "run", "quiet-day", "--documents", "600");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("verdict: exact");
        assertThat(ended.err()).isEmpty();
        assertThat(kept.resolve("app")).isDirectoryNotContaining("glob:**/classes-*.jsa");
    }

    @Test
    void saysWhichVersionItIs() throws IOException {
        String version = home.getFileName().toString();

        assertThat(docaxis(home, "version").out()).startsWith(version.replace('-', ' ') + System.lineSeparator());
        assertThat(archive()).hasFileName(version + ".tar.gz");
    }

    @Test
    void bringsLicenceAndNoticeBesideTheProgramAndInItsJars() throws IOException {
        assertThat(home.resolve("LICENSE")).hasSameTextualContentAs(Path.of("..", "LICENSE"));
        assertThat(home.resolve("NOTICE")).hasSameTextualContentAs(Path.of("..", "NOTICE"));
        assertThat(ours()).hasSizeGreaterThan(3).allSatisfy(jar -> {
            try (JarFile file = new JarFile(jar.toFile())) {
                assertThat(file.getEntry("META-INF/LICENSE")).isNotNull();
                assertThat(file.getEntry("META-INF/NOTICE")).isNotNull();
            }
        });
    }

    private static List<Path> ours() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("app"))) {
            return files.filter(file -> file.getFileName().toString().matches("docaxis-.*\\.jar"))
                    .toList();
        }
    }

    private static Path archive() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private static Path unpack(Path into) throws IOException {
        openToAll(Files.createDirectory(into));
        Ended unpacked = asUser(into, "/bin/tar", "xzf", "../docaxis.tar.gz");
        assertThat(unpacked.code()).as(unpacked.err()).isZero();
        try (Stream<Path> roots = Files.list(into)) {
            return roots.findFirst().orElseThrow();
        }
    }

    private static Ended docaxis(Path home, String... arguments) throws IOException {
        return asUser(
                openToAll(Files.createTempDirectory(directory, "empty")),
                Stream.concat(Stream.of(home.resolve("docaxis").toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static Path openToAll(Path path) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /** By a user who owns nothing else, if this process may become one. */
    private static Ended asUser(Path from, String... command) throws IOException {
        List<String> line = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            line.addAll(List.of("/usr/sbin/runuser", "-u", "nobody", "--"));
        }
        line.addAll(List.of("/usr/bin/env", "-i", "LC_ALL=C.UTF-8", "PATH=" + tools));
        line.add("JAVA_HOME=" + System.getProperty("java.home"));
        line.addAll(List.of(command));
        return Checkout.shell(from, Map.of(), line.toArray(String[]::new));
    }
}
