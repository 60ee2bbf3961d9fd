package io.docaxis.consumer.state;

import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.tally.proto.SourceProgress;

/** What a partition has had of one source. */
public final class SourceState {

    long sequence;
    /** Newest, seconds. */
    public long emittedAt;

    private boolean started;
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

    void start() {
        started = true;
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

    void write(BytesOut out) {
        out.number(sequence);
        out.number(emittedAt);
        out.number((started ? 1 : 0) | (ended ? 2 : 0) | (complete ? 4 : 0));
        out.number(records);
        out.fixed(fingerprint);
        out.number(announcedRecords);
        out.fixed(announcedFingerprint);
    }

    static SourceState read(BytesIn in) {
        SourceState source = new SourceState();
        source.sequence = in.number();
        source.emittedAt = in.number();
        long flags = in.number();
        source.started = (flags & 1) != 0;
        source.ended = (flags & 2) != 0;
        source.complete = (flags & 4) != 0;
        source.records = in.number();
        source.fingerprint = in.fixed();
        source.announcedRecords = in.number();
        source.announcedFingerprint = in.fixed();
        return source;
    }
}
