package io.docaxis.simulator.bench.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What a process of a lap does that is neither a shipped command nor Kafka's own tool. */
public final class LoadWorker {

    /** As fast as possible: file of settings, servers, topic, records, bytes of each. */
    static final String SEND = "load-send";
    /** On a schedule, and read at once: file of settings, servers, topic, rate, seconds, bytes, linger in milliseconds. */
    static final String PACED = "load-paced";
    /** The sending loop alone: scenario, seconds, bytes. */
    static final String SLIP = "load-slip";

    private static final List<String> ALL = List.of(SEND, PACED, SLIP);

    /** How many events were measured, and from when to when, in wall clock milliseconds; the latencies are in the line, too. */
    static final String MEASURED = "measured (\\d+) events from (\\d+) to (\\d+): .* us";

    private LoadWorker() {}

    /** Whether a piece of work is one of these. */
    public static boolean does(String work) {
        return ALL.contains(work);
    }

    /** Does one. */
    public static void run(String work, List<String> of, PrintWriter out) throws Exception {
        switch (work) {
            case SEND ->
                BulkSender.send(Path.of(of.get(0)), of.get(1), of.get(2), number(of.get(3)), number(of.get(4)));
            case PACED ->
                out.println(new PacedPair(
                                Path.of(of.get(0)),
                                of.get(1),
                                of.get(2),
                                number(of.get(3)),
                                number(of.get(4)),
                                number(of.get(5)),
                                of.get(6))
                        .run());
            case SLIP -> out.println(SlipMeter.measure(of.get(0), number(of.get(1)), number(of.get(2))));
            default -> throw new IllegalArgumentException("bench worker: " + work + ": want one of " + ALL);
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}
