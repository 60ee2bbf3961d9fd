package io.docaxis.consumer.state;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.tally.proto.PartHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How far a partition has come: its run, what it had of each source, its watermark, before which instant deadlines are announced as passed, and sums
 * that are in no cell. Stored with the state, so that rules outlive a restart, and nothing that was announced is taken back by one. Not thread-safe.
 */
public final class Progress {

    private static final int VERSION = 7;

    private Run run;
    private RunSources sources = RunSources.NONE;
    private long endsAt;
    private long watermark;
    /** Where the watermark was before the run ended, if that is further. */
    private long furthest;

    private long until;
    private long recordsRead;
    private final RecordBooks books = new RecordBooks();
    private final RevisedDuties revised = new RevisedDuties();

    /** Whether a run's rules are known. */
    public boolean started() {
        return run != null;
    }

    /** Hash of the run id; 0 before the run has started here. */
    public long runHash() {
        return run == null ? 0 : run.hash();
    }

    /** Seconds; 0 until every source was seen, the end of the period once every source has ended. */
    public long watermark() {
        return watermark;
    }

    /** The furthest that the watermark ever was: what is delivered after the period moves it beyond its end. */
    public long furthestWatermark() {
        return Math.max(furthest, watermark);
    }

    /** Whether every source has ended: the tally is final. */
    public boolean ended() {
        return run != null && sources.allEnded();
    }

    /** Records read from the log, of any kind. */
    public long recordsRead() {
        return recordsRead;
    }

    /** Null before it has started here. */
    public Run run() {
        return run;
    }

    /**
     * Deadlines before this instant are announced as passed: the watermark or, in a live run, as far as {@link #passLive} has brought it; never beyond
     * the period. It never goes back, but to the end of the period once every source has ended: an end marker may say an earlier one.
     */
    public long until() {
        return until;
    }

    /** The first instant after the period, as far as is known: it may be said to be earlier. {@link Deadlines#NEVER}: nothing is known. */
    public long endsAt() {
        return endsAt;
    }

    /** Whether the wall clock may announce deadlines: each source has started, and is live. */
    public boolean isLive() {
        return run != null && sources.allLive();
    }

    public SourceState source(int number) {
        return sources.get(number);
    }

    public void countRecord() {
        recordsRead++;
    }

    /** What else is known of them. */
    public RecordBooks books() {
        return books;
    }

    /** What changed of duties that had been counted. */
    public RevisedDuties revised() {
        return revised;
    }

    public void follow(Run first) {
        run = first;
        sources = new RunSources(first.sources());
        endsAt = first.endsAt();
    }

    /** The first start marker of a source stands. */
    public void sourceStarted(SourceState source, RunStarted marker) {
        sources.start(source, LiveClock.of(marker));
    }

    /** Whether a source may start so. */
    public boolean isStart(RunStarted marker) {
        return ContractVersion.isCurrent(marker.getContractVersion()) && LiveClock.isPossible(marker);
    }

    /** Whether a source may end so: within the period, and when the others do. */
    public boolean isEnd(RunEnded marker) {
        return run.isEnd(marker) && (!sources.anyEnded() || run.endsAt(marker) == endsAt);
    }

    /** @param marker of which {@link #isEnd} is true */
    public void sourceEnded(SourceState source, RunEnded marker) {
        sources.end(source, marker);
        endsAt = run.endsAt(marker);
    }

    /**
     * Moves the watermark to where the sources are.
     *
     * @param previous the newest emitted-at, before its last record, of the source that just delivered
     * @return whether the watermark moved, or the run ended
     */
    public boolean advance(long previous) {
        if (ended()) {
            boolean moved = watermark != endsAt || until != endsAt;
            furthest = Math.max(furthest, watermark);
            watermark = endsAt;
            until = endsAt;
            return moved;
        }
        // only the source that held the watermark back can move it
        if (!sources.allStarted() || (watermark != 0 && previous > watermark)) {
            return false;
        }
        long slowest = sources.watermark();
        boolean moved = slowest != watermark;
        watermark = slowest;
        until = Math.max(until, Math.min(slowest, endsAt));
        return moved;
    }

    /**
     * Lets the wall clock announce deadlines, in a live run: all is applied that the log had at an instant of it. Of sources that tie it
     * to different simulated times, the least counts.
     *
     * @param wallMs milliseconds
     * @return whether {@link #until} moved
     */
    public boolean passLive(long wallMs) {
        if (!isLive() || ended()) {
            return false;
        }
        long before = until;
        until = Math.max(until, Math.min(sources.knownBefore(wallMs), endsAt));
        return until > before;
    }

    /** @param partitions of the events topic */
    public PartHeader header(int partitions) {
        PartHeader.Builder header = PartHeader.newBuilder()
                .setContractVersion(ContractVersion.CURRENT)
                .setParts(partitions)
                .setRecords(recordsRead)
                .setWatermark(watermark)
                .setAnnouncedUntil(until)
                .setEnded(ended())
                .setRevisions(revised.message());
        books.describe(header);
        if (run != null) {
            run.describe(header);
            header.setEndsAt(endsAt == Deadlines.NEVER ? 0 : endsAt).setComplete(sources.describe(header) && ended());
        }
        return header.build();
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(CodedOutputStream out) throws IOException {
        out.writeUInt64NoTag(VERSION);
        out.writeUInt64NoTag(recordsRead);
        out.writeUInt64NoTag(watermark);
        out.writeUInt64NoTag(furthest);
        out.writeUInt64NoTag(until);
        books.write(out);
        revised.write(out);
        out.writeBoolNoTag(run != null);
        if (run != null) {
            out.writeFixed64NoTag(run.hash());
            out.writeByteArrayNoTag(run.marker().toByteArray());
            out.writeUInt64NoTag(endsAt);
            sources.write(out);
        }
    }

    /** @throws StoredVersionException if the value is of another version */
    void restore(byte[] stored) throws IOException {
        clear();
        CodedInputStream in = CodedInputStream.newInstance(stored);
        StoredVersion.require(VERSION, in, "progress");
        recordsRead = in.readUInt64();
        watermark = in.readUInt64();
        furthest = in.readUInt64();
        until = in.readUInt64();
        books.read(in);
        revised.read(in);
        if (!in.readBool()) {
            return;
        }
        run = Run.of(in.readFixed64(), RunStarted.parseFrom(in.readByteArray()));
        endsAt = in.readUInt64();
        sources = RunSources.read(run.sources(), in);
    }

    void clear() {
        run = null;
        sources = RunSources.NONE;
        endsAt = 0;
        watermark = 0;
        furthest = 0;
        until = 0;
        recordsRead = 0;
        books.clear();
        revised.clear();
    }
}
