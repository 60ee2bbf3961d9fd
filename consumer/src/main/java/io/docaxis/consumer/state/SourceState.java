package io.docaxis.consumer.state;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.tally.proto.SourceProgress;
import java.io.IOException;

/** What a partition has had of one source. */
public final class SourceState {

    long sequence;
    /** Newest, seconds. */
    public long emittedAt;

    private boolean started;
    /** Null: its run is not live, as far as it says. */
    private LiveClock live;

    private long records;
    private long fingerprint;
    private long announcedRecords;
    private long announcedFingerprint;
    private boolean ended;
    private boolean complete;

    /** Ticks and markers carry sequence 0: they are not numbered, for a restart does not repeat them. */
    public boolean isResent(long candidate) {
        return candidate != 0 && candidate <= sequence;
    }

    /** Takes note of a record; gives how many before it never came. */
    public long delivered(long newSequence, long newEmittedAt) {
        emittedAt = Math.max(emittedAt, newEmittedAt);
        if (newSequence <= sequence) {
            return 0;
        }
        long missing = newSequence - sequence - 1;
        sequence = newSequence;
        return missing;
    }

    /** Takes note of the last sequence given; gives how many never came. */
    public long deliveredUpTo(long last) {
        long missing = Math.max(0, last - sequence);
        sequence += missing;
        return missing;
    }

    public void received(long contentHash) {
        records++;
        fingerprint += Hash.mix(contentHash);
    }

    /** @param liveOrNull as its start marker says; null: it is not live */
    void start(LiveClock liveOrNull) {
        started = true;
        live = liveOrNull;
    }

    /** Null: it is not live. */
    LiveClock live() {
        return live;
    }

    void end(RunEnded marker) {
        ended = true;
        complete = marker.getComplete();
        announcedRecords = marker.getRecords();
        announcedFingerprint = marker.getFingerprint();
    }

    boolean isStarted() {
        return started;
    }

    boolean isEnded() {
        return ended;
    }

    boolean isComplete() {
        return complete;
    }

    SourceProgress toProto(int source) {
        return SourceProgress.newBuilder()
                .setSource(source)
                .setEmittedAt(emittedAt)
                .setSequence(sequence)
                .setRecords(records)
                .setFingerprint(fingerprint)
                .setAnnouncedRecords(announcedRecords)
                .setAnnouncedFingerprint(announcedFingerprint)
                .setEnded(ended)
                .build();
    }

    void write(CodedOutputStream out) throws IOException {
        out.writeUInt64NoTag(sequence);
        out.writeUInt64NoTag(emittedAt);
        out.writeUInt64NoTag((started ? 1 : 0) | (ended ? 2 : 0) | (complete ? 4 : 0) | (live != null ? 8 : 0));
        out.writeUInt64NoTag(records);
        out.writeFixed64NoTag(fingerprint);
        out.writeUInt64NoTag(announcedRecords);
        out.writeFixed64NoTag(announcedFingerprint);
        if (live != null) {
            live.write(out);
        }
    }

    static SourceState read(CodedInputStream in) throws IOException {
        SourceState source = new SourceState();
        source.sequence = in.readUInt64();
        source.emittedAt = in.readUInt64();
        long flags = in.readUInt64();
        source.started = (flags & 1) != 0;
        source.ended = (flags & 2) != 0;
        source.complete = (flags & 4) != 0;
        source.records = in.readUInt64();
        source.fingerprint = in.readFixed64();
        source.announcedRecords = in.readUInt64();
        source.announcedFingerprint = in.readFixed64();
        if ((flags & 8) != 0) {
            source.live = LiveClock.read(in);
        }
        return source;
    }
}
