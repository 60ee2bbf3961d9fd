package io.docaxis.consumer.conclusion;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.consumer.state.DocumentState;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.Progress;

/** Which duties a document opens for its receivers, and when they are due; where there should be one and can be none, that is counted. */
public final class Duties {

    private final Progress progress;
    private final Tally tally;

    public Duties(ExchangeState state) {
        progress = state.progress();
        tally = state.tally();
    }

    /** Sets the deadlines of a document's dispatches. */
    public void open(DocumentState document, DocumentSent content) {
        document.acknowledgeBy = existing(acknowledgeBy(content), document.dispatches());
        document.respondBy = existing(respondBy(content), document.dispatches());
    }

    private long acknowledgeBy(DocumentSent content) {
        return content.business == BusinessType.RECALL.ordinal()
                ? DocumentState.NO_DUTY
                : DutyDeadlines.acknowledgeBy(progress.run().deadlines(), content.sentAt, Urgency.of(content.urgency));
    }

    private long respondBy(DocumentSent content) {
        BusinessType business = BusinessType.of(content.business);
        if (business == BusinessType.RECALL || business == BusinessType.UPDATE) {
            return DocumentState.NO_DUTY;
        }
        boolean readable = content.dueOnText == null;
        if (readable && content.dueOn == DocumentSent.NO_DATE) {
            return DocumentState.NO_DUTY;
        }
        if (!readable) {
            tally.count(Counter.DUE_DATE_UNREADABLE, 1);
            return DocumentState.NO_DUTY;
        }
        long deadline = DutyDeadlines.respondBy(progress.run().deadlines(), content.dueOn);
        if (deadline != DutyDeadlines.OUTSIDE_CALENDAR && deadline <= content.sentAt) {
            tally.count(Counter.DUE_DATE_PAST, 1);
            return DocumentState.NO_DUTY;
        }
        return deadline;
    }

    /** A deadline that all dispatches of a document have; one outside the calendar is counted for each of them, and is no duty. */
    private long existing(long deadline, int dispatches) {
        if (deadline == DutyDeadlines.OUTSIDE_CALENDAR) {
            tally.count(Counter.DEADLINE_OUTSIDE_CALENDAR, dispatches);
            return DocumentState.NO_DUTY;
        }
        return deadline;
    }
}
