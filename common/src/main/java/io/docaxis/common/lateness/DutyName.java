package io.docaxis.common.lateness;

import io.docaxis.common.obligation.Obligation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which obligation of a run: the key of its records in the lateness topic.
 *
 * @param receiver agency code of the dispatch; empty for <em>send</em>
 */
public record DutyName(long thread, int document, String receiver, Obligation obligation) {

    private static final Obligation[] OBLIGATIONS = Obligation.values();
    private static final int PARTS = 4;

    /**
     * As keys have it.
     *
     * @throws IllegalArgumentException if it is no such key
     */
    static DutyName parse(String key) {
        String[] parts = key.split("/", -1);
        Optional<Obligation> obligation = parts.length == PARTS ? obligation(parts[3]) : Optional.empty();
        try {
            return new DutyName(
                    Long.parseLong(parts[0]),
                    Integer.parseInt(parts[1]),
                    parts[2],
                    obligation.orElseThrow(IllegalArgumentException::new));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "key '" + key + "': want thread/document/receiver/obligation, as in 4711/0/H53/respond", e);
        }
    }

    /** The obligation of a label; empty: there is none. */
    public static Optional<Obligation> obligation(String label) {
        return Arrays.stream(OBLIGATIONS)
                .filter(obligation -> label(obligation).equals(label))
                .findFirst();
    }

    /** The labels that there are, as a list for people. */
    public static String obligationLabels() {
        return Arrays.stream(OBLIGATIONS).map(DutyName::label).collect(Collectors.joining(", "));
    }

    /** How results and keys write an obligation. */
    public static String label(Obligation obligation) {
        return obligation.name().toLowerCase(Locale.ROOT);
    }

    /** As keys have it: {@code 4711/0/H53/respond}. */
    @Override
    public String toString() {
        return thread + "/" + document + "/" + receiver + "/" + label(obligation);
    }
}
