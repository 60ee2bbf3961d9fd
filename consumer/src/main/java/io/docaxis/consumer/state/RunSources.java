package io.docaxis.consumer.state;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.tally.proto.PartHeader;
import java.io.IOException;

/** All sources of a run, and how many of them have started, are live and have ended in a partition. Not thread-safe. */
final class RunSources {

    static final RunSources NONE = new RunSources(0);

    private final SourceState[] all;
    private int started;
    private int live;
    private int ended;

    RunSources(int count) {
        all = new SourceState[count];
        for (int i = 0; i < count; i++) {
            all[i] = new SourceState();
        }
    }

    SourceState get(int number) {
        return all[number];
    }

    /** The first start marker of a source stands. */
    void start(SourceState source, LiveClock liveOrNull) {
        if (!source.isStarted()) {
            source.start(liveOrNull);
            started++;
            live += liveOrNull == null ? 0 : 1;
        }
    }

    void end(SourceState source, RunEnded marker) {
        ended += source.isEnded() ? 0 : 1;
        source.end(marker);
    }

    boolean allStarted() {
        return started == all.length;
    }

    /** Whether each has started, and is live. */
    boolean allLive() {
        return live == all.length;
    }

    boolean anyEnded() {
        return ended > 0;
    }

    boolean allEnded() {
        return ended == all.length;
    }

    /** The least of the newest instants that they have emitted at. */
    long watermark() {
        long slowest = Long.MAX_VALUE;
        for (SourceState source : all) {
            slowest = Math.min(slowest, source.emittedAt);
        }
        return slowest;
    }

    /** The least of what {@link LiveClock#knownBefore} gives, where all are live. */
    long knownBefore(long wallMs) {
        long least = Long.MAX_VALUE;
        for (SourceState source : all) {
            least = Math.min(least, source.live().knownBefore(wallMs));
        }
        return least;
    }

    /** Describes each of them; gives whether each says that its sends succeeded. */
    boolean describe(PartHeader.Builder header) {
        boolean complete = true;
        for (int i = 0; i < all.length; i++) {
            header.addSources(all[i].toProto(i));
            complete &= all[i].isComplete();
        }
        return complete;
    }

    void write(CodedOutputStream out) throws IOException {
        for (SourceState source : all) {
            source.write(out);
        }
    }

    static RunSources read(int count, CodedInputStream in) throws IOException {
        RunSources sources = new RunSources(count);
        for (int i = 0; i < count; i++) {
            SourceState source = SourceState.read(in);
            sources.all[i] = source;
            sources.started += source.isStarted() ? 1 : 0;
            sources.live += source.live() != null ? 1 : 0;
            sources.ended += source.isEnded() ? 1 : 0;
        }
        return sources;
    }
}
