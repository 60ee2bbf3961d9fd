package io.docaxis.producer.plan;

import io.docaxis.common.obligation.Deadlines;

/** Until when an observer must keep a dispatch in mind, given its course. Immutable. */
final class Closings {

    private final Deadlines deadlines;

    Closings(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    long acknowledgeBy(PlannedDocument document) {
        return deadlines.acknowledgeBy(document.sentAt(), document.urgency());
    }

    /**
     * The earliest time at which the dispatch may be forgotten, whatever of its events has been delivered by then: an
     * obligation is kept in mind for a horizon after it closes, and a duty that recall requests add is left out.
     */
    long heldUntil(PlannedDocument document, Course course) {
        long closedAt = Math.min(course.acknowledgedAt(deadlines.rules()), course.agreedAt());
        long held = closedAt == Course.NEVER
                ? deadlines.finalAt(acknowledgeBy(document))
                : closedAt + deadlines.rules().horizonS();
        if (document.asksForResponse()) {
            closedAt = Math.min(course.respondedAt(), course.releasedAt());
            held = Math.max(
                    held,
                    closedAt == Course.NEVER
                            ? deadlines.finalAt(document.respondBy)
                            : closedAt + deadlines.rules().horizonS());
        }
        return held;
    }
}
