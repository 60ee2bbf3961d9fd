package io.docaxis.simulator.bench.load;

import java.util.Locale;

/** What is measured side by side in one of the measures. */
enum LoadLeg {
    LOAD_SENDS("docaxis load --consume none"),
    TOOL_SENDS("ProducerPerformance"),
    LOAD_PROVES("docaxis load --consume own, to the verdict"),
    KAFKA_MOVES("Kafka's producer, a consumer that counts"),
    LOAD_PACED("docaxis load --consume own"),
    LOAD_COUNTS("docaxis load --consume count"),
    KAFKA_AT_ONCE("Kafka's clients, linger.ms 0"),
    KAFKA_LINGERS("Kafka's clients, linger.ms 1"),
    LOOP_ALONE("docaxis' sending loop, encoding alone");

    private final String words;

    LoadLeg(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** In directories, lines and JSON. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is the shipped command, which says what it measured. */
    boolean isLoad() {
        return switch (this) {
            case LOAD_SENDS, LOAD_PROVES, LOAD_PACED, LOAD_COUNTS -> true;
            default -> false;
        };
    }

    /** Whether docaxis' own consumer is part of it. */
    boolean isProved() {
        return this == LOAD_PROVES || this == LOAD_PACED;
    }
}
