package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The version of Kafka stands in the build; who cannot read it there has the same. */
class KafkaVersionTest {

    private static final Pattern BUILT_WITH = Pattern.compile("<kafka\\.version>([0-9.]+)</kafka\\.version>");
    private static final Pattern IMAGE = Pattern.compile("image: apache/kafka:(\\S+)");

    @Test
    void theContainersBrokerIsOfTheVersionThatDocaxisIsBuiltWith() throws IOException {
        assertThat(only(IMAGE, "docker-compose.yml")).isEqualTo(only(BUILT_WITH, "pom.xml"));
    }

    @Test
    void itsBrokersAreTriedToo() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/test/resources/broker-versions.txt")))
                .contains(only(BUILT_WITH, "pom.xml"));
    }

    private static String only(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(Path.of("..", file)))
                .results()
                .map((MatchResult match) -> match.group(1))
                .reduce((one, other) -> one + " and " + other)
                .orElse("nothing in " + file);
    }
}
