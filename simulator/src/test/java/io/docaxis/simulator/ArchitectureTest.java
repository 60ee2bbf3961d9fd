package io.docaxis.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The layout tells the flow, and this holds it to that. */
class ArchitectureTest {

    /** Packages whose results depend on their arguments alone. */
    private static final String[] PURE = {
        "io.docaxis.common.agency",
        "io.docaxis.common.calendar",
        "io.docaxis.common.event",
        "io.docaxis.common.hash",
        "io.docaxis.common.lateness",
        "io.docaxis.common.obligation",
        "io.docaxis.common.tally",
        "io.docaxis.producer.scenario",
        "io.docaxis.producer.plan",
        "io.docaxis.producer.emission",
        "io.docaxis.producer.ledger",
        "io.docaxis.producer.schedule",
        "io.docaxis.producer.form",
        "io.docaxis.consumer.state",
        "io.docaxis.consumer.conclusion",
        "io.docaxis.consumer.exchange",
        "io.docaxis.monitor.health",
        "io.docaxis.simulator.load.judge",
        "io.docaxis.simulator.verdict"
    };

    /** Every package, by module: {@code docs/architecture.md} says what each is for. */
    private static final Map<String, String> ROOMS = Map.of(
            "common", "agency calendar event hash kafka kafka.fastpath kafka.topic lateness obligation tally",
            "producer", "emission fastsend form ledger plan publish scenario scenario.file schedule",
            "consumer", "conclusion exchange fastfetch state stream",
            "monitor", "cluster endpoint figures group health inquiry json page watch",
            "simulator",
                    "bench bench.lag bench.load bench.scale broker cluster command drill load load.consume load.judge load.measure load.result logging process report result result.page selftest service terminal verdict");

    private static final Set<String> CLOCKS_AND_CHANCE = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current");

    private static final Set<String> LOCALIZED = Set.of(
            "java.lang.String.toUpperCase",
            "java.lang.String.toLowerCase",
            "java.lang.String.format",
            "java.lang.String.formatted",
            "java.io.PrintStream.printf",
            "java.io.PrintStream.format",
            "java.io.PrintWriter.printf",
            "java.io.PrintWriter.format",
            "java.util.Locale.getDefault",
            "java.time.format.DateTimeFormatter.ofPattern",
            "java.time.format.DateTimeFormatter.ofLocalizedDate",
            "java.time.format.DateTimeFormatter.ofLocalizedDateTime",
            "java.text.NumberFormat.getInstance",
            "java.text.NumberFormat.getNumberInstance");

    /** Who may use what Kafka does not publish: classes, and packages that do hardly anything else. */
    private static final String[] KNOWS_KAFKAS_INSIDE = {
        "io.docaxis.common.event.ThreadKey",
        "io.docaxis.common.kafka.fastpath.ClientInternals",
        "io.docaxis.producer.fastsend.*",
        "io.docaxis.consumer.fastfetch.*",
        "io.docaxis.consumer.stream.ExchangeProcessor",
        "io.docaxis.consumer.stream.ExchangeStore",
        "io.docaxis.simulator.bench.Worker",
        "io.docaxis.simulator.broker.BrokerFailure",
        "io.docaxis.simulator.broker.EmbeddedBroker",
        "io.docaxis.simulator.cluster.BrokerProbe",
        "io.docaxis.common.kafka.ClientVersion"
    };

    /** Lines that a file may have without a reason in its first lines. */
    private static final int MOST_LINES = 250;

    /** How the reason begins. */
    private static final String LONG = "One file because";

    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.docaxis");
    }

    @Test
    void onlyTheSimulatorKnowsTheOtherModules() {
        holds(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("common")
                .definedBy("io.docaxis.common..")
                .layer("producer")
                .definedBy("io.docaxis.producer..")
                .layer("consumer")
                .definedBy("io.docaxis.consumer..")
                .layer("monitor")
                .definedBy("io.docaxis.monitor..")
                .layer("simulator")
                .definedBy("io.docaxis.simulator..")
                .whereLayer("simulator")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("producer")
                .mayOnlyBeAccessedByLayers("simulator")
                .whereLayer("consumer")
                .mayOnlyBeAccessedByLayers("simulator")
                .whereLayer("monitor")
                .mayOnlyBeAccessedByLayers("simulator"));
    }

    @Test
    void whatIsCommonAboutKafkaKnowsNothingOfItsTwoParts() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.docaxis.common.kafka")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.docaxis.common.kafka.*"));
        flow("io.docaxis.common.kafka", "topic", "fastpath");
        flow("io.docaxis.common.kafka", "fastpath", "topic");
    }

    @Test
    void theProducersPackagesFollowTheWayOfTheData() {
        flow("io.docaxis.producer", "scenario", "plan", "ledger", "emission", "publish");
        flow("io.docaxis.producer", "fastsend", "publish");
        flow("io.docaxis.producer", "schedule", "publish");
        flow("io.docaxis.producer", "form", "publish");
    }

    @Test
    void theProducerPlaysScenariosWhereverTheyComeFrom() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.docaxis.producer..")
                .and()
                .resideOutsideOfPackage("io.docaxis.producer.scenario.file")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.docaxis.producer.scenario.file"));
    }

    @Test
    void theConsumersPackagesFollowTheWayOfTheData() {
        flow("io.docaxis.consumer", "state", "conclusion", "exchange", "stream");
        flow("io.docaxis.consumer", "fastfetch", "stream");
    }

    @Test
    void theMonitorsPackagesFollowTheWayOfTheData() {
        flow("io.docaxis.monitor", "endpoint", "cluster", "health", "group", "watch");
        flow("io.docaxis.monitor", "cluster", "figures", "watch");
        flow("io.docaxis.monitor", "group", "figures");
        flow("io.docaxis.monitor", "figures", "group");
        flow("io.docaxis.monitor", "figures", "inquiry", "watch");
    }

    @Test
    void theSimulatorsPackagesFollowTheWayOfTheData() {
        flow("io.docaxis.simulator", "process", "report", "result", "command");
        flow("io.docaxis.simulator", "verdict", "result", "drill", "command");
        flow("io.docaxis.simulator", "result", "selftest", "command");
        flow("io.docaxis.simulator", "report", "bench", "command");
        flow("io.docaxis.simulator", "process", "report", "load", "command");
        flow("io.docaxis.simulator.load", "measure", "judge", "result");
        flow("io.docaxis.simulator", "report", "terminal", "command");
        flow("io.docaxis.simulator", "process", "broker", "command");
        flow("io.docaxis.simulator", "logging", "process");
        flow("io.docaxis.simulator", "service", "command");
        flow("io.docaxis.simulator", "cluster", "command");
        flow("io.docaxis.simulator", "process", "service", "load", "command");
        flow("io.docaxis.simulator", "report", "load", "command");
    }

    @Test
    void everyPackageIsARoomWithAName() {
        Map<String, Set<String>> found = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.endsWith(".proto") && !name.equals("io.docaxis.simulator"))
                .map(name -> name.substring("io.docaxis.".length()).split("\\.", 2))
                .collect(groupingBy(parts -> parts[0], mapping(parts -> parts[1], toSet())));
        ROOMS.forEach((module, rooms) ->
                assertThat(found.get(module)).as(module).containsExactlyInAnyOrder(rooms.split(" ")));
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        holds(slices().matching("io.docaxis.(*).(*)..").should().beFreeOfCycles());
    }

    @Test
    void noTwoClassesShareASimpleName() {
        Map<String, List<String>> byName = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getPackageName().endsWith(".proto"))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getPackageName, toList())));
        byName.values().removeIf(packages -> packages.size() == 1);
        assertThat(byName).isEmpty();
    }

    @Test
    void noFileIsLongWithoutAReason() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : SourceFiles.ofMainCode()) {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() > MOST_LINES && lines.stream().limit(60).noneMatch(line -> line.contains(LONG))) {
                tooLong.add(file + ": " + lines.size() + " lines");
            }
        }
        assertThat(tooLong)
                .as("files of more than " + MOST_LINES + " lines; a reason begins with '" + LONG + "'")
                .isEmpty();
    }

    /** Classes of one package that depend on each other are one class in two files. */
    @Test
    void noClassesOfOnePackageDependOnEachOtherInACircle() {
        assertThat(ClassCircles.in(classes)).isEmpty();
    }

    @Test
    void purePackagesKnowNeitherFrameworksNorFiles() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.springframework..",
                                "org.apache.kafka..",
                                "kafka..",
                                "java.nio.file..",
                                "java.net..",
                                "org.slf4j..")
                        // the hash by which Kafka's clients choose a partition
                        .and(not(type(Utils.class))))
                .because("pure code is tested, replayed and restored without any of them"));
    }

    @Test
    void purePackagesReadNoClockAndDrawNoUnseededNumbers() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .or()
                .resideInAPackage("io.docaxis.producer.scenario.file")
                .should()
                .callMethodWhere(target(describe(
                        "clocks and unseeded randomness",
                        (AccessTarget called) ->
                                CLOCKS_AND_CHANCE.contains(called.getOwner().getFullName() + "." + called.getName()))))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .because("time and seed are arguments"));
    }

    @Test
    void onlyNamedPlacesKnowWhatKafkaDoesNotPublish() {
        holds(noClasses()
                .that(describe("are not named here", type -> !knowsKafkasInside(type.getName())))
                .should()
                .dependOnClassesThat(describe("Kafka does not publish", KafkaUses::isInternal))
                .because(
                        "Kafka changes them without notice: take what is published (its javadoc has it), or name the class here and write into "
                                + KafkaUseList.FILE + " why, and what happens when it changes"));
    }

    @Test
    void whatIsUsedOfKafkasInsideIsInTheList() throws IOException {
        KafkaUseList main = KafkaUseList.read("What is used");
        KafkaUseList test = KafkaUseList.read("What tests use");

        assertThat(main.differences(KafkaUses.ofMainCode(classes)))
                .as(KafkaUseList.FILE)
                .isEmpty();
        assertThat(test.differences(KafkaUses.ofTestCode()))
                .as(KafkaUseList.FILE)
                .isEmpty();
        assertThat(main.by()).as("who is named here").allMatch(ArchitectureTest::knowsKafkasInside);
        assertThat(KNOWS_KAFKAS_INSIDE)
                .as("named here, and in the list")
                .allMatch(named -> main.by().stream().anyMatch(by -> matches(named, by)));
    }

    private static boolean knowsKafkasInside(String name) {
        return Arrays.stream(KNOWS_KAFKAS_INSIDE).anyMatch(named -> matches(named, name));
    }

    private static boolean matches(String named, String name) {
        return named.endsWith("*")
                ? name.startsWith(named.substring(0, named.length() - 1))
                : name.equals(named) || name.startsWith(named + "$");
    }

    @Test
    void onlyNamedPlacesKnowSpring() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.docaxis.consumer.stream",
                        "io.docaxis.monitor..",
                        "io.docaxis.simulator.service",
                        "io.docaxis.simulator.command",
                        "io.docaxis.simulator.report")
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework..")));
    }

    @Test
    void nothingDependsOnTheMachinesLanguage() {
        holds(noClasses()
                .should()
                .callMethodWhere(target(describe(
                        "a method that takes the machine's locale where it is given none",
                        (AccessTarget.CodeUnitCallTarget called) ->
                                LOCALIZED.contains(called.getOwner().getFullName() + "." + called.getName())
                                        && called.getRawParameterTypes().stream()
                                                .noneMatch(type -> type.isEquivalentTo(Locale.class)))))
                .because("a Turkish machine has another lower case of I, and others have other digits"));
    }

    /** Earlier packages know nothing of later ones. */
    private static void flow(String module, String... packages) {
        for (int later = 1; later < packages.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                holds(noClasses()
                        .that()
                        .resideInAPackage(module + "." + packages[earlier] + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(module + "." + packages[later] + ".."));
            }
        }
    }

    private static void holds(ArchRule rule) {
        rule.check(classes);
    }
}
