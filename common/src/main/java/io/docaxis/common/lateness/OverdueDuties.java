package io.docaxis.common.lateness;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What is overdue in one run, by the last revision of each obligation. It keeps what is overdue alone, some 230 bytes each: what is fulfilled or
 * withdrawn is forgotten, and what is said of other runs is passed over. Not thread-safe.
 */
public final class OverdueDuties implements LatenessReader.Listener {

    private final long run;
    private final Map<DutyName, LatenessRevision> overdue = new HashMap<>();

    /** @param run its hash */
    public OverdueDuties(long run) {
        this.run = run;
    }

    @Override
    public void said(long ofRun, LatenessRevision revision) {
        if (ofRun != run) {
            return;
        }
        // the key of the map is the name within the revision, so the one before goes with its revision
        overdue.remove(revision.duty());
        if (revision.isOverdue()) {
            overdue.put(revision.duty(), revision);
        }
    }

    @Override
    public void emptied(DutyName duty) {
        overdue.remove(duty);
    }

    /** Hash of the run. */
    public long run() {
        return run;
    }

    /** Their last revisions, in no order; a view. */
    public Collection<LatenessRevision> all() {
        return Collections.unmodifiableCollection(overdue.values());
    }
}
