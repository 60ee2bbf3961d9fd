package io.docaxis.monitor.inquiry;

import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.obligation.Obligation;

/** Revisions of obligations for tests: asked by G01, in partition 1. */
public final class Duties {

    private Duties() {}

    public static LatenessRevision overdue(long thread, String debtor, Obligation obligation, long deadline) {
        return revision(thread, debtor, obligation, deadline, 1, Lateness.Kind.OVERDUE);
    }

    static LatenessRevision revision(
            long thread, String debtor, Obligation obligation, long deadline, int revision, Lateness.Kind kind) {
        return new LatenessRevision(
                new DutyName(thread, 0, debtor, obligation),
                revision,
                kind,
                debtor,
                "G01",
                "CV",
                "normal",
                deadline - 1,
                deadline,
                0,
                deadline + 1,
                deadline + 1,
                1,
                100 + thread,
                2023,
                false,
                "",
                0);
    }
}
