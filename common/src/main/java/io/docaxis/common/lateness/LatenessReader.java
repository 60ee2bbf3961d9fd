package io.docaxis.common.lateness;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.proto.Lateness;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads the records of a lateness topic into what is known of each obligation: its last revision. Feed it what a read-committed consumer
 * returns, of each partition in order. Keeps some 200 bytes for each obligation that was ever late. Not thread-safe.
 */
public final class LatenessReader {

    /** Learns of changes while records are read, so that sums need not be added up again. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Something else is known of an obligation.
         *
         * @param run hash of its run
         * @param before null: nothing was
         * @param now null: nothing is any more
         */
        void changed(long run, LatenessRevision before, LatenessRevision now);
    }

    /** What is known of one run. */
    private static final class Known {
        final Map<DutyName, LatenessRevision> revisions = new HashMap<>();
        long newestMs = Long.MIN_VALUE;
    }

    /** Of more bad records than these it is known how many there are. */
    private static final int NAMED = 10;

    private final Map<Long, Known> runs = new HashMap<>();
    /** Codes and words that were read, once each: there are no more than agencies, types and urgencies. */
    private final Map<String, String> words = new HashMap<>();

    private final List<String> problems = new ArrayList<>();
    private final Listener listener;
    private long bad;

    public LatenessReader() {
        this((run, before, now) -> {});
    }

    public LatenessReader(Listener listener) {
        this.listener = listener;
    }

    /**
     * Takes one record; a null value empties its key. What cannot be read is kept as a problem, not thrown, and changes nothing.
     *
     * @param partition of the lateness topic, as offset and timestamp are
     */
    public void read(int partition, long offset, long timestampMs, byte[] key, byte[] value) {
        try {
            DutyName duty = DutyName.parse(key == null ? "" : new String(key, StandardCharsets.UTF_8));
            if (value == null) {
                empty(duty);
            } else {
                take(duty, Lateness.parseFrom(value), timestampMs);
            }
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            bad++;
            if (problems.size() < NAMED) {
                problems.add("partition " + partition + ", offset " + offset + ": " + e.getMessage());
            }
        }
    }

    private void take(DutyName key, Lateness said, long timestampMs) {
        Known known = runs.get(said.getRun());
        LatenessRevision before = known == null ? null : known.revisions.get(key);
        DutyName duty = before == null
                ? new DutyName(key.thread(), key.document(), shared(key.receiver()), key.obligation())
                : before.duty();
        LatenessRevision now = LatenessRevision.of(duty, said, timestampMs, this::shared);
        if (known == null) {
            known = new Known();
            runs.put(said.getRun(), known);
        }
        known.revisions.put(duty, now);
        known.newestMs = Math.max(known.newestMs, timestampMs);
        listener.changed(said.getRun(), before, now);
    }

    private void empty(DutyName duty) {
        runs.forEach((run, known) -> {
            LatenessRevision before = known.revisions.remove(duty);
            if (before != null) {
                listener.changed(run, before, null);
            }
        });
    }

    private String shared(String word) {
        String known = words.putIfAbsent(word, word);
        return known == null ? word : known;
    }

    /** The run whose record is the newest by its timestamp; empty: nothing was read. */
    public OptionalLong newestRun() {
        return runs.entrySet().stream()
                .max(Comparator.comparingLong(run -> run.getValue().newestMs))
                .map(newest -> OptionalLong.of(newest.getKey()))
                .orElse(OptionalLong.empty());
    }

    /** The last revision of each obligation of a run, in no order; a view. */
    public Collection<LatenessRevision> revisions(long run) {
        Known known = runs.get(run);
        return known == null ? List.of() : Collections.unmodifiableCollection(known.revisions.values());
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
