package io.docaxis.producer.scenario.file;

import io.docaxis.common.kafka.Reason;
import io.docaxis.producer.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Where scenarios come from: those that are shipped, by name, and files. The one class of this package that reads files. */
public final class Scenarios {

    private static final List<String> NAMES = List.of(
            "national-2023",
            "quiet-day",
            "tet-rush",
            "silent-province",
            "slow-ministry",
            "poison",
            "duplicate-storm",
            "clock-skew",
            "broken-channel");

    /** A hundred times the longest that is shipped. */
    private static final int MOST_BYTES = 1 << 20;

    /** A scenario that is shipped, with its story in a line. */
    public record Shipped(String name, String title) {}

    private Scenarios() {}

    /** Names of the shipped scenarios. */
    public static List<String> names() {
        return NAMES;
    }

    /** The shipped scenarios, as a list shows them. */
    public static List<Shipped> shipped() {
        return NAMES.stream().map(name -> new Shipped(name, read(name).title())).toList();
    }

    /**
     * Reads a shipped scenario or a file; a shipped name goes first.
     *
     * @throws InvalidScenarioException with everything that is wrong
     */
    public static Scenario read(String nameOrPath) {
        return ScenarioReading.read(NAMES.contains(nameOrPath) ? nameOrPath + ".yaml" : nameOrPath, text(nameOrPath));
    }

    /**
     * The text of a shipped scenario or a file, as it stands there.
     *
     * @throws InvalidScenarioException if there is none or it is no text
     */
    public static String text(String nameOrPath) {
        byte[] bytes = NAMES.contains(nameOrPath) ? resource(nameOrPath) : file(nameOrPath);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw problem(nameOrPath, "bytes that are not UTF-8", "a YAML file in UTF-8");
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Scenarios.class.getResourceAsStream("/scenarios/" + name + ".yaml")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] file(String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw problem(path, "a file of more than 1 MiB", "a YAML file of at most so much");
            }
            return bytes;
        } catch (NoSuchFileException | InvalidPathException e) {
            throw problem(
                    path,
                    "no file and no scenario of that name",
                    "the path of a YAML file, or one of " + String.join(", ", NAMES) + Nearest.hint(path, NAMES));
        } catch (IOException e) {
            throw problem(path, "a file that can't be read (" + Reason.of(e) + ")", "a YAML file in UTF-8");
        }
    }

    private static InvalidScenarioException problem(String where, String value, String allowed) {
        return new InvalidScenarioException(InvalidScenarioException.problem(where, "", value, allowed));
    }
}
