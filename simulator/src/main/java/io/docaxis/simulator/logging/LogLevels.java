package io.docaxis.simulator.logging;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The properties of Java by which a user says how much is logged; {@code logback.xml} reads them. */
public final class LogLevels {

    /** Of Kafka's lines; without it a user sees what {@link KafkaLines} leaves of its clients' warnings. */
    static final String KAFKA = "docaxis.log.kafka";

    private static final List<String> PROPERTIES = List.of("docaxis.log", KAFKA, "docaxis.log.others");
    private static final List<String> LEVELS = List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE");

    private LogLevels() {}

    /** What is wrong with them; empty if nothing is. Logging itself would take what it does not know for DEBUG. */
    public static Optional<String> problem() {
        return problem(System::getProperty);
    }

    static Optional<String> problem(UnaryOperator<String> property) {
        List<String> wrong = PROPERTIES.stream()
                .filter(name -> property.apply(name) != null
                        && !LEVELS.contains(property.apply(name).toUpperCase(Locale.ROOT)))
                .map(name -> "-D" + name + "=" + property.apply(name) + ": want one of " + String.join(", ", LEVELS))
                .toList();
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", wrong));
    }

    /** Options for Java, so that a further process shows as much of Kafka's lines as this one. */
    public static List<String> jvmOptions() {
        String said = System.getProperty(KAFKA);
        return said == null ? List.of() : List.of("-D" + KAFKA + "=" + said);
    }
}
