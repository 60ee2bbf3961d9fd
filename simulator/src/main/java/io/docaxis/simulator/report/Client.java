package io.docaxis.simulator.report;

import io.docaxis.common.kafka.fastpath.FastPath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one side's Kafka clients worked.
 *
 * @param fast whether whole batches went past what they do with each record; empty: none went, and they still may
 * @param reason why not; empty where it is not so
 * @param kafka their version
 */
public record Client(FastPath.Side side, Optional<Boolean> fast, Optional<String> reason, String kafka) {

    private static final String CHOSEN = new FastPath.Off(FastPath.Why.CHOSEN, "").toString();
    private static final String FAST = "fast path";
    private static final String PLAIN = "record by record";
    private static final String NOTHING = "no batch yet";

    private static final String FAST_FIELD = "fast";
    private static final String REASON_FIELD = "reason";
    private static final String KAFKA_FIELD = "kafka";

    /** The clients of this process, by now. */
    public static Client of(FastPath path) {
        return new Client(
                path.side(),
                path.isKnownToBeUsed(),
                path.off().map(FastPath.Off::toString),
                Versions.here().kafka());
    }

    /** Whether batches went past them, or the user did not want that. */
    public boolean isAsWanted() {
        return fast.orElse(false) || reason.filter(CHOSEN::equals).isPresent();
    }

    /** How they worked, in words. */
    public String how() {
        return fast.map(is -> is ? FAST : PLAIN).orElse(NOTHING)
                + reason.map(why -> " (" + why.replaceAll("\\s+", " ") + ")").orElse("");
    }

    /** In a line, as a process says it at its end. */
    public String words() {
        return side.label() + ": " + how() + "; Kafka " + kafka;
    }

    /** What a process said of a side; empty if nothing. */
    public static Optional<Client> said(FastPath.Side side, String text) {
        Matcher line = Pattern.compile("(?m)^" + side.label() + ": (" + FAST + "|" + PLAIN + "|" + NOTHING
                        + ")(?: \\((.*)\\))?; Kafka (\\S+)$")
                .matcher(text);
        return line.find()
                ? Optional.of(new Client(
                        side,
                        line.group(1).equals(NOTHING)
                                ? Optional.empty()
                                : Optional.of(line.group(1).equals(FAST)),
                        Optional.ofNullable(line.group(2)),
                        line.group(3)))
                : Optional.empty();
    }

    static Optional<Client> read(FastPath.Side side, JsonNode clients) {
        JsonNode node = clients.path(side.label());
        return node.isObject()
                ? Optional.of(new Client(
                        side,
                        node.get(FAST_FIELD).isNull()
                                ? Optional.empty()
                                : Optional.of(node.get(FAST_FIELD).asBoolean()),
                        node.get(REASON_FIELD).isNull()
                                ? Optional.empty()
                                : Optional.of(node.get(REASON_FIELD).asString()),
                        node.get(KAFKA_FIELD).asString()))
                : Optional.empty();
    }

    void write(ObjectNode node) {
        node.put(FAST_FIELD, fast.orElse(null));
        node.put(REASON_FIELD, reason.orElse(null));
        node.put(KAFKA_FIELD, kafka);
    }
}
