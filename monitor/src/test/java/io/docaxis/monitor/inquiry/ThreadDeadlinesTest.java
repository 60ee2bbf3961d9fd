package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.calendar.OfficeHours;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.Status;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Rules;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** By hand, from the table of the obligations: 2023-03-07 is a Tuesday. */
class ThreadDeadlinesTest {

    private static final Deadlines DEADLINES = new Deadlines(
            Rules.DEFAULT,
            WorkingCalendar.of(
                    LocalDate.of(2023, 3, 1),
                    LocalDate.of(2023, 3, 31),
                    Set.of(),
                    Set.of(),
                    OfficeHours.DEFAULT,
                    WorkingCalendar.VIETNAM_OFFSET_S));

    @Test
    void aNewDocumentOpensSendAcknowledgeAndRespond() {
        assertThat(deadlines(document(0, "new", "2023-03-15")))
                .containsExactly(
                        "send of 0 by [G18]: 2023-03-07T12:00",
                        "acknowledge of 0 by [H26, H01]: 2023-03-07T17:00",
                        "respond of 0 by [H26, H01]: 2023-03-15T17:00");
    }

    @Test
    void aDueDateBeforeSendingOpensNothingAndOneOutsideTheCalendarIsNotOwed() {
        assertThat(deadlines(document(0, "new", "2023-03-06"))).hasSize(2);
        assertThat(deadlines(document(0, "new", "2023-05-06"))).last().isEqualTo("respond of 0 by [H26, H01]: none");
    }

    @Test
    void anUpdateOpensNoRespondAndARecallAsksBackWhatItConcerns() {
        assertThat(deadlines(
                        document(0, "new", null), document(1, "update", "2023-03-15"), document(2, "recall", null)))
                .containsExactly(
                        "send of 0 by [G18]: 2023-03-07T12:00",
                        "acknowledge of 0 by [H26, H01]: 2023-03-07T17:00",
                        "answer_recall of 0 by [H26]: 2023-03-08T17:00",
                        "answer_recall of 0 by [H01]: 2023-03-08T17:00",
                        "send of 1 by [G18]: 2023-03-07T12:00",
                        "acknowledge of 1 by [H26, H01]: 2023-03-07T17:00",
                        "send of 2 by [G18]: 2023-03-07T12:00");
    }

    @Test
    void theFirstRequestOfTheSenderAsksADispatchBackAndNobodyElses() {
        assertThat(deadlines(
                        document(0, "new", null),
                        request("H26", "H26", "2023-03-07T10:00"),
                        request("G18", "H26", "2023-03-09T10:00"),
                        request("G18", "H26", "2023-03-08T10:00")))
                .last()
                .isEqualTo("answer_recall of 0 by [H26]: 2023-03-09T17:00");
    }

    private static List<String> deadlines(ThreadEvent... events) {
        return ThreadDeadlines.of(List.of(events), DEADLINES).stream()
                .map(duty -> DutyName.label(duty.obligation()) + " of " + duty.document() + " by " + duty.debtors()
                        + ": " + local(duty.deadline()))
                .toList();
    }

    private static String local(OptionalLong at) {
        return at.isEmpty()
                ? "none"
                : LocalDateTime.ofEpochSecond(at.getAsLong(), 0, ZoneOffset.ofHours(7))
                        .toString();
    }

    private static ThreadEvent document(int number, String business, String dueOn) {
        return event(
                new ThreadEvent.Document(
                        number,
                        number,
                        "CV",
                        "normal",
                        business,
                        at("2023-03-06T15:00"),
                        at("2023-03-07T09:00"),
                        dueOn == null
                                ? OptionalLong.empty()
                                : OptionalLong.of(LocalDate.parse(dueOn).toEpochDay()),
                        OptionalInt.empty(),
                        number == 0 ? OptionalInt.empty() : OptionalInt.of(0)),
                "G18",
                List.of("H26", "H01", "G18", "H26"));
    }

    private static ThreadEvent request(String by, String to, String at) {
        return event(new ThreadEvent.Report(9, 0, Status.RECALL_REQUESTED, at(at)), by, List.of(to));
    }

    private static ThreadEvent event(ThreadEvent.Content content, String from, List<String> to) {
        return new ThreadEvent(
                0,
                0,
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                content,
                from,
                to,
                new ThreadEvent.Delivery(false, false, false, OptionalLong.empty()));
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }
}
