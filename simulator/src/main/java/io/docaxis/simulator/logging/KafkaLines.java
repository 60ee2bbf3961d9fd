package io.docaxis.simulator.logging;

import io.docaxis.common.kafka.Causes;
import io.docaxis.common.kafka.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What is shown of the warnings of Kafka's clients and Streams, which say what nobody else knows, and much that everybody does: each in one
 * line, with its cause; a kind of message once in half a minute, with how many were left out; that something is tried again only if it
 * goes on; and nothing of what is named here as noise. Thread-safe.
 */
final class KafkaLines {

    private static final long EVERY_MS = 30_000;
    private static final long TRIED_FOR_MS = 5_000;

    /** Messages that are treated alike: of which logger, and how they begin. */
    private record Some(String logger, Pattern beginning) {
        private Some(String logger, String beginning) {
            this(logger, Pattern.compile(beginning));
        }

        private static boolean has(List<Some> list, String logger, String message) {
            return list.stream()
                    .anyMatch(some -> logger.endsWith(some.logger)
                            && some.beginning.matcher(message).lookingAt());
        }
    }

    private static final List<Some> NOISE = List.of(
            // a broker in this process uses the network as clients do, but is none
            new Some("", "\\[(?![^]]*\\bclientId=)[^]]*\\]"),
            // clients without a name are docaxis' probes, and docaxis says what these found
            new Some(".NetworkClient", "(?!\\[)"),
            new Some(".Selector", "(?!\\[)"),
            // that the connection could not be established was said before
            new Some(".NetworkClient", ".*Bootstrap broker .* disconnected"),
            // a group that is asked about because it may be gone is gone
            new Some("GroupsHandler", ".*failed due to unexpected error GROUP_ID_NOT_FOUND"),
            // there is no global thread here
            new Some(".StreamsConfig", "Processing exception handler is not enabled for the GlobalThread"));

    private static final List<Some> TRIED_AGAIN = List.of(
            new Some(
                    ".NetworkClient",
                    ".*(Connection to node .* could not be established|Error while fetching metadata)"),
            new Some(".Metadata", ".*recoverable issue"),
            new Some(".Sender", ".*(, retrying \\(|Received invalid metadata error)"));

    /** Which client it was, and every number and identity: by these alone messages are not of different kinds. */
    private static final Pattern ONE_OF_MANY = Pattern.compile(
            "^\\[[^]]*\\] |\\bstream-(thread|client) \\[[^]]*\\]|\\b[0-9a-f]{8}(-[0-9a-f]{4,12}){4}|-?\\d+");

    private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern ENDING = Pattern.compile("[\\s:.]+$");

    private final RepeatFilter repeats = new RepeatFilter(EVERY_MS);

    /**
     * The line; empty where there is none to show.
     *
     * @param thrown what Kafka caught, or null
     */
    synchronized Optional<String> shown(String logger, String message, Throwable thrown, long nowMs) {
        String text = inOneLine(message);
        if (isInterrupted(thrown) || Some.has(NOISE, logger, text)) {
            return Optional.empty();
        }
        String line = thrown == null ? text : withReason(text, inOneLine(Reason.of(thrown)));
        String kind = logger + ": " + ONE_OF_MANY.matcher(line).replaceAll("#");
        OptionalLong others = repeats.pass(kind, Some.has(TRIED_AGAIN, logger, text) ? TRIED_FOR_MS : 0, nowMs);
        return others.isEmpty() ? Optional.empty() : Optional.of(line + leftOut(others.getAsLong()));
    }

    /** Whoever interrupts a client wants it to end, and it does. */
    private static boolean isInterrupted(Throwable thrown) {
        return Causes.any(
                thrown, cause -> cause instanceof InterruptException || cause instanceof InterruptedException);
    }

    private static String inOneLine(String text) {
        return BREAK.matcher(text.strip()).replaceAll(" ");
    }

    private static String withReason(String text, String reason) {
        return text.contains(reason) ? text : ENDING.matcher(text).replaceFirst("") + ": " + reason;
    }

    private static String leftOut(long others) {
        return others == 0 ? "" : " (and " + others + " more like it)";
    }
}
