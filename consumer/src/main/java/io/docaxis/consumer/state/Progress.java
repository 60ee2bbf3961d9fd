package io.docaxis.consumer.state;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.tally.proto.PartHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a partition has come: its run, what it had of each source, its watermark. Stored with the state, so that rules
 * outlive a restart. Not thread-safe.
 */
public final class Progress {

    private static final int VERSION = 4;
    /** How many offsets are kept: enough to look at. */
    private static final int MOST_STRAYS = 8;

    private static final SourceState[] NO_SOURCES = {};

    private Run run;
    private SourceState[] sources = NO_SOURCES;
    private int startedSources;
    private int endedSources;
    private long watermark;
    private long until;
    private long recordsRead;
    /** Offsets of the first unreadable records that no source sent. */
    private final List<Long> strays = new ArrayList<>();

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

    /** Whether every source has ended: the tally is final. */
    public boolean ended() {
        return run != null && endedSources == sources.length;
    }

    /** Records read from the log, of any kind. */
    public long recordsRead() {
        return recordsRead;
    }

    /** Null before it has started here. */
    public Run run() {
        return run;
    }

    /** Deadlines before this instant have passed: the watermark, but never beyond the period. */
    public long until() {
        return until;
    }

    public SourceState source(int number) {
        return sources[number];
    }

    public void countRecord() {
        recordsRead++;
    }

    public void countStray(long offset) {
        if (strays.size() < MOST_STRAYS) {
            strays.add(offset);
        }
    }

    public void follow(Run first) {
        run = first;
        sources = new SourceState[first.sources()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = new SourceState();
        }
    }

    public void sourceStarted(SourceState source) {
        if (!source.isStarted()) {
            source.start();
            startedSources++;
        }
    }

    public void sourceEnded(SourceState source, RunEnded marker) {
        if (!source.isEnded()) {
            endedSources++;
        }
        source.end(marker);
    }

    /**
     * Moves the watermark to where the sources are.
     *
     * @param previous the newest emitted-at, before its last record, of the source that just delivered
     * @return whether the watermark moved
     */
    public boolean advance(long previous) {
        if (ended()) {
            return moveTo(run.endsAt());
        }
        // only the source that held the watermark back can move it
        if (startedSources < sources.length || (watermark != 0 && previous > watermark)) {
            return false;
        }
        long slowest = Long.MAX_VALUE;
        for (SourceState source : sources) {
            slowest = Math.min(slowest, source.emittedAt);
        }
        return moveTo(slowest);
    }

    private boolean moveTo(long to) {
        boolean moved = to != watermark;
        watermark = to;
        until = Math.min(to, run.endsAt());
        return moved;
    }

    /** @param partitions of the events topic */
    public PartHeader header(int partitions) {
        PartHeader.Builder header = PartHeader.newBuilder()
                .setContractVersion(ContractVersion.CURRENT)
                .setParts(partitions)
                .setRecords(recordsRead)
                .setWatermark(watermark)
                .setEnded(ended())
                .addAllStrayOffsets(strays);
        if (run == null) {
            return header.build();
        }
        RunStarted marker = run.marker();
        boolean complete = ended();
        for (int i = 0; i < sources.length; i++) {
            header.addSources(sources[i].toProto(i));
            complete &= sources[i].isComplete();
        }
        return header.setRunId(marker.getRunId())
                .setScenario(marker.getScenario())
                .setSeed(marker.getSeed())
                .setStartsAt(marker.getStartsAt())
                .setEndsAt(marker.getEndsAt())
                .setUtcOffsetS(marker.getUtcOffsetS())
                .setDepartments(marker.getDepartments())
                .setCommunes(marker.getCommunes())
                .setComplete(complete)
                .build();
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
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
        out.writeUInt64NoTag(strays.size());
        for (long offset : strays) {
            out.writeUInt64NoTag(offset);
        }
        out.writeBoolNoTag(run != null);
        if (run != null) {
            out.writeFixed64NoTag(run.hash());
            out.writeByteArrayNoTag(run.marker().toByteArray());
            for (SourceState source : sources) {
                source.write(out);
            }
        }
    }

    /** @throws StoredVersionException if the value is of another version */
    void restore(byte[] stored) throws IOException {
        clear();
        CodedInputStream in = CodedInputStream.newInstance(stored);
        StoredVersion.require(VERSION, in, "progress");
        recordsRead = in.readUInt64();
        watermark = in.readUInt64();
        for (long left = in.readUInt64(); left > 0; left--) {
            strays.add(in.readUInt64());
        }
        if (!in.readBool()) {
            return;
        }
        long hash = in.readFixed64();
        follow(Run.of(hash, RunStarted.parseFrom(in.readByteArray())));
        moveTo(watermark);
        for (int i = 0; i < sources.length; i++) {
            sources[i] = SourceState.read(in);
            startedSources += sources[i].isStarted() ? 1 : 0;
            endedSources += sources[i].isEnded() ? 1 : 0;
        }
    }

    void clear() {
        run = null;
        sources = NO_SOURCES;
        startedSources = 0;
        endedSources = 0;
        watermark = 0;
        until = 0;
        recordsRead = 0;
        strays.clear();
    }
}
