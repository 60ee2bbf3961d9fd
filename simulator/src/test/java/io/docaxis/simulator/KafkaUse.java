package io.docaxis.simulator;

/** A class of Kafka's that Kafka does not publish, used by one of ours; each the outermost of its file. */
record KafkaUse(String kafka, String by) implements Comparable<KafkaUse> {

    static final String KAFKA = "org.apache.kafka.";
    static final String OURS = "io.docaxis.";

    /** In the order in which it is written. */
    @Override
    public int compareTo(KafkaUse other) {
        return toString().compareTo(other.toString());
    }

    /** As the list has it. */
    @Override
    public String toString() {
        return "`" + without(KAFKA, kafka) + "` in `" + without(OURS, by) + "`";
    }

    private static String without(String prefix, String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
