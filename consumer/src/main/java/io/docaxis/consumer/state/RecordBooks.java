package io.docaxis.consumer.state;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.docaxis.common.tally.proto.PartHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is known of records that were read, beside the names under which the tally counts them. Not thread-safe. */
public final class RecordBooks {

    /** How many offsets are kept: enough to look at. */
    private static final int MOST_STRAYS = 8;

    private long waiting;
    /** Offsets of the first unreadable records that no source sent. */
    private final List<Long> strays = new ArrayList<>();

    /** So many more statuses wait for their document, or fewer: they were read, and have no name yet. */
    public void countWaiting(int more) {
        waiting += more;
    }

    public void countStray(long offset) {
        if (strays.size() < MOST_STRAYS) {
            strays.add(offset);
        }
    }

    void describe(PartHeader.Builder header) {
        header.setWaiting(waiting).addAllStrayOffsets(strays);
    }

    void write(CodedOutputStream out) throws IOException {
        out.writeUInt64NoTag(waiting);
        out.writeUInt64NoTag(strays.size());
        for (long offset : strays) {
            out.writeUInt64NoTag(offset);
        }
    }

    void read(CodedInputStream in) throws IOException {
        waiting = in.readUInt64();
        for (long left = in.readUInt64(); left > 0; left--) {
            strays.add(in.readUInt64());
        }
    }

    void clear() {
        waiting = 0;
        strays.clear();
    }
}
