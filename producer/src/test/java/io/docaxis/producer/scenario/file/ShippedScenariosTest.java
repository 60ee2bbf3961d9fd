package io.docaxis.producer.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.Tier;
import io.docaxis.producer.scenario.Behaviour;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.Weighted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedScenariosTest {

    static List<String> names() {
        return Scenarios.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isValidAndBearsTheNameOfItsFile(String name) {
        Scenario scenario = Scenarios.read(name);

        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.title()).hasSizeBetween(20, 120).doesNotContain("\n");
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhereEveryNumberComesFrom(String name) {
        // the story is prose; the name is one
        String settings = Scenarios.text(name)
                .replaceFirst("(?s)story: >-\n(  .*?\n)+", "")
                .replace("name: " + name, "");

        assertThat(settings.lines()
                        .filter(line -> line.replaceFirst("(^|\\s)#.*", "").matches(".*\\d.*")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsPattern("# .*(\\[S\\]|\\[A\\]|computed)"));
    }

    @Test
    void listsAllThatAreShipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "scenarios"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            names().stream().map(name -> name + ".yaml").toList());
        }
        assertThat(Scenarios.shipped().get(0))
                .isEqualTo(new Scenarios.Shipped(
                        "national-2023",
                        "The national axis from January to October 2023, 6,200,000 documents sent and received"));
    }

    @Test
    void theNationalScenarioGivesEveryKeyButExceptionsAndWhatALoadHasToKeep() {
        Findings findings = new Findings("national-2023");
        Values root = ScenarioKeys.ROOT.read(
                Place.root(findings, YamlText.compose(Scenarios.text("national-2023"), findings)));

        assertThat(missing("", ScenarioKeys.ROOT, root))
                .filteredOn(key -> !key.matches("behaviour\\.(?!all).*")) // tiers say only what differs
                .containsExactly("exceptions", "require");
    }

    @Test
    void theNationalScenarioMakesTheFiguresOf2023() {
        Scenario national = Scenarios.read("national-2023");

        assertThat(national.volume()).isEqualTo(new Scenario.Volume(1_349_833, 4_850_167));
        assertThat(national.volume().documents() + national.volume().dispatches())
                .isEqualTo(6_200_000);
        assertThat(national.agencies().size()).isEqualTo(88);
        assertThat(national.calendar()
                        .workingDaysBetween(
                                LocalDate.of(2023, 1, 1).toEpochDay(),
                                LocalDate.of(2023, 11, 1).toEpochDay()))
                .isEqualTo(206);
    }

    @Test
    void theNationalFanOutComesToItsTotalsByItself() {
        Scenario national = Scenarios.read("national-2023");
        var threads = national.traffic().threads();

        var followUps = threads.followUps();
        double plain = mean(national.traffic().fanOut());
        double question = mean(threads.questionFanOut());
        double asks = threads.questionPpm() / 1e6;
        double answers = asks * question * threads.answeredPpm() / 1e6;
        double pairs = (followUps.recallDocumentPpm() + followUps.updatePpm() + followUps.replacePpm()) / 1e6;
        double dispatches = plain * (1 - asks + pairs) + asks * question + answers;
        double documents = 1 + answers + pairs;

        assertThat(dispatches / documents).isCloseTo(4_850_167 / 1_349_833.0, Offset.offset(0.01));
    }

    @Test
    void nationalBehaviourMakesTheStatusesSeenInADatabase() {
        Behaviour b = Scenarios.read("national-2023").behaviour().get(Tier.PROVINCE);

        var first = b.acknowledgement();
        var then = b.processing();
        double acknowledged = 1 - first.refusePpm() / 1e6 - first.acknowledgeNeverPpm() / 1e6;
        double accepted = acknowledged * (1 - first.withoutAcceptancePpm() / 1e6);
        double inProcess =
                acknowledged - accepted + accepted * then.processPpm() / 1e6 * (1 + then.processAgainPpm() / 1e6);

        assertThat(accepted).as("03").isCloseTo(0.82, Offset.offset(0.01));
        assertThat(inProcess).as("05").isCloseTo(0.68, Offset.offset(0.01));
        assertThat(first.refusePpm()).as("02").isEqualTo(67_000);
    }

    private static double mean(List<Weighted> weighted) {
        return weighted.stream()
                        .mapToDouble(w -> (double) w.value() * w.weight())
                        .sum()
                / weighted.stream().mapToDouble(Weighted::weight).sum();
    }

    private static List<String> missing(String path, Section section, Values values) {
        return section.keys().stream()
                .flatMap(key -> key.format() instanceof Section inner && values.gives(key)
                        ? missing(path + key.name() + ".", inner, (Values) values.get(key)).stream()
                        : values.gives(key) ? Stream.empty() : Stream.of(path + key.name()))
                .toList();
    }
}
