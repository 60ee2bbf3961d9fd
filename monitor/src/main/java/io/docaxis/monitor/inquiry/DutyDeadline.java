package io.docaxis.monitor.inquiry;

import io.docaxis.common.obligation.Obligation;
import java.util.List;
import java.util.OptionalLong;

/**
 * When agencies have to do something because of a document, whatever became of it.
 *
 * @param debtors codes of who owes it
 * @param deadline seconds; empty: on a day that the calendar does not have, so that nobody owes it
 */
public record DutyDeadline(Obligation obligation, int document, List<String> debtors, OptionalLong deadline) {

    public DutyDeadline {
        debtors = List.copyOf(debtors);
    }
}
