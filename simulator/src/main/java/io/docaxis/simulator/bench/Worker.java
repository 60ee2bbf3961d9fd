package io.docaxis.simulator.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.tools.ConsumerPerformance;
import org.apache.kafka.tools.ProducerPerformance;

/** What a process of a lap does that is none of the shipped commands. */
public final class Worker {

    /** The command, which no help shows. */
    public static final String COMMAND = "bench-worker";

    static final String SEND = "send";
    /** Counts records as a member of a group: file of settings, servers, topic, group, how many. */
    public static final String COUNT = "count";

    public static final String PRODUCER_PERFORMANCE = "producer-performance";
    static final String CONSUMER_PERFORMANCE = "consumer-performance";

    /** What {@link #COUNT} prints at its end: how many, and when the last one was there in wall clock milliseconds. */
    public static final String COUNTED = RawCounter.COUNTED;

    private Worker() {}

    /** Does a piece of work; Kafka's own tools end the process themselves. */
    public static void run(String work, List<String> arguments, PrintWriter out) throws Exception {
        switch (work) {
            case SEND ->
                out.println(new RawSender()
                        .send(
                                Path.of(arguments.get(0)),
                                Path.of(arguments.get(1)),
                                arguments.get(2),
                                arguments.get(3),
                                Integer.parseInt(arguments.get(4))));
            case COUNT ->
                out.println(RawCounter.count(
                        Path.of(arguments.get(0)),
                        arguments.get(1),
                        arguments.get(2),
                        arguments.get(3),
                        Long.parseLong(arguments.get(4))));
            case PRODUCER_PERFORMANCE -> ProducerPerformance.main(strings(arguments));
            case CONSUMER_PERFORMANCE -> ConsumerPerformance.main(strings(arguments));
            default -> throw new IllegalArgumentException("bench worker: " + work);
        }
    }

    private static String[] strings(List<String> arguments) {
        return arguments.toArray(String[]::new);
    }
}
