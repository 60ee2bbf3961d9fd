package io.docaxis.consumer.exchange;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Sketch;
import io.docaxis.common.tally.Tally;
import io.docaxis.consumer.state.EntryWriter;
import io.docaxis.consumer.state.ExchangeState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A partition's consumer in a test: applies records and keeps what it sent out. */
final class Partition implements ExchangeOutput {

    static final int NUMBER = 3;

    final ExchangeState state = new ExchangeState();
    final Exchange exchange = new Exchange(state, NUMBER, this);
    final List<Unreadable> deadLetters = new ArrayList<>();
    /** By key: the last announcement. */
    final Map<String, Lateness> lateness = new TreeMap<>();

    final List<Lateness> announced = new ArrayList<>();
    private long offset;

    void apply(byte[] value) {
        exchange.apply(value, offset++);
    }

    /** Applies a record beside which its number is written, or null. */
    void apply(byte[] value, RecordNumber number) {
        exchange.apply(value, 0, value.length, offset++, () -> number);
    }

    void applyAll(List<byte[]> values) {
        values.forEach(this::apply);
    }

    @Override
    public void deadLetter(Unreadable reason, long offset) {
        deadLetters.add(reason);
    }

    @Override
    public void lateness(byte[] key, byte[] value) {
        Lateness announcement = parsed(value);
        lateness.put(new String(key, StandardCharsets.UTF_8), announcement);
        announced.add(announcement);
    }

    /** What the generated class would have written is what was. */
    private static Lateness parsed(byte[] value) {
        try {
            Lateness parsed = Lateness.parseFrom(value);
            if (!Arrays.equals(parsed.toByteArray(), value)) {
                throw new AssertionError("not as generated code writes it: " + parsed);
            }
            return parsed;
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Deadline and lateness of what is late by the last announcements, by key. How many there were is a matter of commits, but
     * they are numbered without a gap.
     */
    Map<String, String> late() {
        Map<String, Integer> revisions = new HashMap<>();
        Map<String, String> late = new TreeMap<>();
        for (Lateness said : announced) {
            String key =
                    said.getThread() + "/" + said.getDocument() + "/" + said.getReceiver() + "/" + said.getObligation();
            if (said.getRevision() != revisions.merge(key, 1, Integer::sum)) {
                throw new AssertionError(
                        key + ": announcement " + revisions.get(key) + " is numbered " + said.getRevision());
            }
            if (said.getKind() == Lateness.Kind.WITHDRAWN) {
                late.remove(key);
            } else {
                late.put(key, said.getDeadline() + " " + said.getLateByS());
            }
        }
        return late;
    }

    /** The tally, with everything concluded. */
    Tally tally() {
        exchange.conclude();
        return state.tally();
    }

    /** Gives what changed, as a commit does. */
    void drain(EntryWriter to) {
        exchange.conclude();
        state.drainChanges(to);
    }

    /** What the sketch holds: few enough obligations are named. */
    List<ObligationId> obligations() {
        Sketch.Difference all = tally().sketch().minus(new Sketch());
        if (all.more() || !all.onlyThere().isEmpty()) {
            throw new AssertionError("sketch does not peel: " + all);
        }
        return all.onlyHere();
    }

    /** Dispatches of all documents. */
    long dispatches() {
        long dispatches = 0;
        for (Cell cell : tally().sorted()) {
            dispatches += CellKey.rollup(cell.key()) == Rollup.DISPATCHES ? cell.count() : 0;
        }
        return dispatches;
    }

    /** Those that are not settled. */
    long openDispatches() {
        return dispatches() - count(Counter.SETTLED);
    }

    long count(Counter counter) {
        return tally().count(counter);
    }

    /** Records counted under any name. */
    long counted() {
        long sum = 0;
        for (Counter counter : Counter.values()) {
            if (counter.kind() == Counter.Kind.RECORD || counter.kind() == Counter.Kind.DELIVERY) {
                sum += count(counter);
            }
        }
        return sum;
    }

    /** Every cell that is the same however the run was delivered, and the sketch, as text to compare. */
    static List<String> world(Tally tally) {
        List<String> lines = cells(tally, true);
        long hash = 0;
        for (int i = 0; i < Sketch.WORDS; i++) {
            hash = io.docaxis.common.hash.Hash.mix(hash, tally.sketch().word(i));
        }
        lines.add("sketch " + hash);
        return lines;
    }

    /** The cells of obligations, documents and dispatches alone: what agencies said when it came is another matter. */
    static List<String> outcomes(Tally tally) {
        return cells(tally, false);
    }

    private static List<String> cells(Tally tally, boolean counters) {
        List<String> lines = new ArrayList<>();
        for (Cell cell : tally.sorted()) {
            boolean counter = CellKey.rollup(cell.key()) == Rollup.COUNTERS;
            if (!counters && !counter && !CellKey.isCompared(cell.key())) {
                continue;
            }
            if (counter && (!counters || Counter.of(CellKey.x(cell.key())).kind() == Counter.Kind.DELIVERY)) {
                continue;
            }
            StringBuilder line = new StringBuilder();
            line.append(
                    counter
                            ? Counter.of(CellKey.x(cell.key())).label()
                            : CellKey.rollup(cell.key()) + " " + Long.toHexString(cell.key()));
            line.append(' ')
                    .append(cell.count())
                    .append(' ')
                    .append(cell.fingerprint())
                    .append(' ')
                    .append(cell.latenessS());
            for (int bucket = 0; bucket < 40; bucket++) {
                if (cell.inBucket(bucket) != 0) {
                    line.append(' ').append(bucket).append(':').append(cell.inBucket(bucket));
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
