package io.docaxis.common.tally;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.TallyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * Reads the records of a tally or ledger topic into one tally of one run: replace by key, then add. Feed it what a
 * read-committed consumer returns, in order. Not thread-safe.
 */
public final class TallyReader {

    /** Learns of changes while records are read, so that a sum over cells need not be added up again. */
    @FunctionalInterface
    public interface CellListener {

        /**
         * A cell of one part of a run was replaced.
         *
         * @param count how many more than before it counts
         * @param fingerprint by how much its fingerprint is more than before
         */
        void changed(long run, long cell, long count, long fingerprint);

        /** A cell of reports of one part of a run was replaced: how many more than before it counts of a level-1 agency. */
        default void reported(long run, long cell, int level1, long more) {}
    }

    private static final class Part {
        final Tally tally = new Tally();
        PartHeader header;
    }

    /** Of more problems than these nobody wants to know: a topic of somebody else may hold millions. */
    private static final int NAMED = 10;

    private final SortedMap<Long, SortedMap<Integer, Part>> runs = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final CellListener listener;
    private final LongPredicate wanted;
    private OptionalInt otherVersion = OptionalInt.empty();
    private long lastRun;

    public TallyReader() {
        this((run, cell, count, fingerprint) -> {});
    }

    public TallyReader(CellListener listener) {
        this(listener, cell -> true);
    }

    /** @param wanted by key, which cells are kept: the others are passed over */
    public TallyReader(CellListener listener, LongPredicate wanted) {
        this.listener = listener;
        this.wanted = wanted;
    }

    /** Takes one record; a null value empties its key. What cannot be read is kept as a problem, not thrown. */
    public void read(byte[] key, byte[] value) {
        if (key == null) {
            addProblem("a record without a key");
            return;
        }
        try {
            TallyKey where = TallyCodec.key(key);
            lastRun = where.getRun();
            Part part = runs.computeIfAbsent(where.getRun(), run -> new TreeMap<>())
                    .computeIfAbsent(where.getPart(), p -> new Part());
            switch (where.getWhatCase()) {
                case CELL -> {
                    if (!CellKey.isKnown(where.getCell())) {
                        addProblem("a record of a cell that there is not: " + Long.toHexString(where.getCell()));
                    } else if (wanted.test(where.getCell())) {
                        readCell(where, part.tally, value);
                    }
                }
                case SKETCH -> {
                    if (value == null) {
                        part.tally.sketch().clear();
                    } else {
                        TallyCodec.restoreSketch(part.tally, value);
                    }
                }
                case HEADER -> readHeader(part, value);
                default -> addProblem("a record whose key names neither cell, sketch nor header");
            }
        } catch (InvalidProtocolBufferException e) {
            addProblem("a record that cannot be read: " + e.getMessage());
        }
    }

    private void addProblem(String what) {
        if (problems.size() < NAMED) {
            problems.add(what);
        }
    }

    private void readHeader(Part part, byte[] value) throws InvalidProtocolBufferException {
        part.header = value == null ? null : TallyCodec.header(value);
        if (value != null && !ContractVersion.isCurrent(part.header.getContractVersion())) {
            otherVersion = OptionalInt.of(ContractVersion.of(part.header.getContractVersion()));
        }
    }

    private void readCell(TallyKey where, Tally tally, byte[] value) throws InvalidProtocolBufferException {
        long key = where.getCell();
        boolean reports = CellKey.rollup(key) == Rollup.REPORTS;
        Cell known = tally.get(key);
        long count = known == null ? 0 : known.count();
        long fingerprint = known == null ? 0 : known.fingerprint();
        List<Long> reported = known == null || !reports ? List.of() : known.histogram();
        TallyCodec.restoreCell(tally, key, value);
        Cell now = tally.get(key);
        listener.changed(
                where.getRun(),
                key,
                (now == null ? 0 : now.count()) - count,
                (now == null ? 0 : now.fingerprint()) - fingerprint);
        if (reports && now != null) {
            for (int level1 = 0; level1 < CellKey.buckets(key); level1++) {
                long more = now.inBucket(level1) - (level1 < reported.size() ? reported.get(level1) : 0);
                if (more != 0) {
                    listener.reported(where.getRun(), key, level1, more);
                }
            }
        }
    }

    /** The version of the contract that a header is of, if it is not ours: then cells are not what they seem to be. */
    public OptionalInt otherVersion() {
        return otherVersion;
    }

    /** Whether a part of any run has one. */
    public boolean hasHeader() {
        return runs.values().stream().flatMap(parts -> parts.values().stream()).anyMatch(part -> part.header != null);
    }

    /** The runs seen, by hash. */
    public SortedSet<Long> runs() {
        return new TreeSet<>(runs.keySet());
    }

    /** The run whose record was read last; meaningful once something was read. */
    public long lastRun() {
        return lastRun;
    }

    /** The sum of all parts of a run; empty if there are none. */
    public Tally sum(long run) {
        Tally sum = new Tally();
        for (Part part : parts(run).values()) {
            sum.merge(part.tally);
        }
        return sum;
    }

    /** Gives every cell of every part of a run, in no order: a key as often as there are parts that have it. */
    public void forEachCell(long run, Consumer<Cell> action) {
        parts(run).values().forEach(part -> part.tally.forEach(action));
    }

    /** The headers of a run by part; parts without one are left out. */
    public SortedMap<Integer, PartHeader> headers(long run) {
        SortedMap<Integer, PartHeader> headers = new TreeMap<>();
        parts(run).forEach((number, part) -> {
            if (part.header != null) {
                headers.put(number, part.header);
            }
        });
        return headers;
    }

    /** What is wrong with the first records that cannot be read; empty: nothing. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private SortedMap<Integer, Part> parts(long run) {
        return runs.getOrDefault(run, new TreeMap<>());
    }
}
