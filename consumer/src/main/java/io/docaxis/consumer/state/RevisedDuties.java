package io.docaxis.consumer.state;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.proto.DutyRevisions;
import java.io.IOException;
import java.util.Arrays;

/**
 * Sums over the duties that are something else by now than what they were first counted as: by obligation, how many more were first counted so
 * than are so. With them a reader of the tally counts each duty once, and need not remember any. Not thread-safe.
 */
public final class RevisedDuties {

    private static final int OBLIGATIONS = Obligation.values().length;

    private final long[] onTime = new long[OBLIGATIONS];
    private final long[] late = new long[OBLIGATIONS];
    private final long[] overdue = new long[OBLIGATIONS];
    private long revisions;

    /** A duty that was counted before is something else now, or late by another time. */
    public void revise(Obligation obligation, FirstCount first, Outcome was, Outcome is) {
        add(obligation, first, was, 1);
        add(obligation, first, is, -1);
        if (was != is || is == Outcome.LATE) {
            revisions++;
        }
    }

    private void add(Obligation obligation, FirstCount first, Outcome outcome, int more) {
        int i = obligation.ordinal();
        switch (outcome) {
            case ON_TIME -> onTime[i] += more;
            case LATE -> late[i] += more;
            // what was first counted otherwise is marked, and not counted while it is overdue
            case OVERDUE -> overdue[i] += first == FirstCount.OVERDUE ? more : 0;
            default -> {
                // counts as nothing
            }
        }
    }

    DutyRevisions message() {
        DutyRevisions.Builder message = DutyRevisions.newBuilder().setRevisions(revisions);
        for (int i = 0; i < OBLIGATIONS; i++) {
            message.addOnTime(onTime[i]).addLate(late[i]).addOverdue(overdue[i]);
        }
        return message.build();
    }

    void write(CodedOutputStream out) throws IOException {
        out.writeUInt64NoTag(revisions);
        for (int i = 0; i < OBLIGATIONS; i++) {
            out.writeSInt64NoTag(onTime[i]);
            out.writeSInt64NoTag(late[i]);
            out.writeSInt64NoTag(overdue[i]);
        }
    }

    void read(CodedInputStream in) throws IOException {
        revisions = in.readUInt64();
        for (int i = 0; i < OBLIGATIONS; i++) {
            onTime[i] = in.readSInt64();
            late[i] = in.readSInt64();
            overdue[i] = in.readSInt64();
        }
    }

    void clear() {
        revisions = 0;
        Arrays.fill(onTime, 0);
        Arrays.fill(late, 0);
        Arrays.fill(overdue, 0);
    }
}
