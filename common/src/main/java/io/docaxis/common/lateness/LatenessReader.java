package io.docaxis.common.lateness;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.proto.Lateness;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the records of a lateness topic, and tells what each says. Feed it what a read-committed consumer returns, of each partition in order. It
 * remembers no obligation: whoever listens keeps what it needs. Not thread-safe.
 */
public final class LatenessReader {

    /** Learns what records say, in the order in which they are read. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Another revision of an obligation is known.
         *
         * @param run hash of its run
         */
        void said(long run, LatenessRevision revision);

        /** Nothing is known of an obligation any more. */
        default void emptied(DutyName duty) {}
    }

    /** Of more bad records than these it is known how many there are. */
    private static final int NAMED = 10;

    /** Codes and words that were read, once each: there are no more than agencies, types and urgencies. */
    private final Map<String, String> words = new HashMap<>();

    private final List<String> problems = new ArrayList<>();
    private final Listener listener;
    private long records;
    private long bad;

    public LatenessReader(Listener listener) {
        this.listener = listener;
    }

    /**
     * Takes one record; a null value empties its key. What cannot be read is kept as a problem, not thrown, and changes nothing.
     *
     * @param partition of the lateness topic, as offset and timestamp are
     */
    public void read(int partition, long offset, long timestampMs, byte[] key, byte[] value) {
        records++;
        try {
            DutyName duty = DutyName.parse(key == null ? "" : new String(key, StandardCharsets.UTF_8));
            if (value == null) {
                listener.emptied(duty);
            } else {
                Lateness said = Lateness.parseFrom(value);
                listener.said(said.getRun(), LatenessRevision.of(duty, said, timestampMs, this::shared));
            }
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            bad++;
            if (problems.size() < NAMED) {
                problems.add("partition " + partition + ", offset " + offset + ": " + e.getMessage());
            }
        }
    }

    private String shared(String word) {
        String known = words.putIfAbsent(word, word);
        return known == null ? word : known;
    }

    /** How many were read, bad ones included. */
    public long records() {
        return records;
    }

    /** How many records could not be read. */
    public long bad() {
        return bad;
    }

    /** Where the first of them are, and what is wrong with them. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
