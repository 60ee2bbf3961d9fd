package io.docaxis.producer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCode;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Rollup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each rule of the record and of the duties, by an example typed by hand. */
class PerfectObserverTest {

    private static final String SENT = "2023-03-07T09:00";

    private final DeliveredThread thread = new DeliveredThread();

    @Test
    void appliesADocumentAndItsStatuses() {
        thread.sends(0, SENT);
        thread.says(1, "2023-03-07T09:01");
        thread.says(3, "2023-03-07T10:00");
        thread.says(5, "2023-03-07T11:00");
        thread.says(5, "2023-03-07T12:00");
        assertThat(thread.counters()).isEqualTo(Map.of("applied", 5L, "settled", 1L));
        assertThat(outcome(Obligation.SEND)).isEqualTo(Outcome.ON_TIME);
        assertThat(outcome(Obligation.ACKNOWLEDGE)).isEqualTo(Outcome.ON_TIME);
    }

    @Test
    void countsADocumentByItsNumberAndAStatusByItsOrdinalOnce() {
        DocumentSent document = thread.sends(0, SENT);
        thread.delivers(document, "2023-03-07T09:30");
        StatusReported status = thread.says(3, "2023-03-07T10:00");
        thread.delivers(status, "2023-03-07T10:30");
        assertThat(thread.counters())
                .containsEntry("applied", 2L)
                .containsEntry("duplicate", 2L)
                .containsEntry("delayed", 2L);
        assertThat(thread.trace(Counter.DUPLICATE)).isEqualTo(DeliveredThread.traceOf(0, 1));
    }

    @Test
    void countsAStatusReportedAgainUnderAnotherIdentityAsRepeatedThoughTheEarliestStands() {
        thread.sends(0, SENT);
        thread.says(3, "2023-03-07T18:00");
        thread.delivers(thread.status(3, "2023-03-07T16:00", s -> {}), "2023-03-07T19:00");
        assertThat(thread.counters()).containsEntry("applied", 2L).containsEntry("repeated", 1L);
        assertThat(outcome(Obligation.ACKNOWLEDGE)).isEqualTo(Outcome.ON_TIME);
    }

    @Test
    void takesNothingEmittedMoreThanAHorizonAfterItOccurred() {
        thread.delivers(thread.document(0, SENT, d -> {}), "2023-03-14T09:00");
        thread.delivers(thread.document(1, SENT, d -> {}), "2023-03-14T09:00:01");
        thread.delivers(thread.status(3, SENT, s -> {}), "2023-03-14T09:00:01");
        assertThat(thread.counters())
                .containsEntry("applied", 1L)
                .containsEntry("too_late", 2L)
                .containsEntry("delayed", 1L);
    }

    @Test
    void takesNothingSaidToHaveOccurredMoreThanAHorizonAhead() {
        thread.delivers(thread.document(0, SENT, d -> {}), "2023-02-28T09:00");
        thread.delivers(thread.document(1, SENT, d -> {}), "2023-02-28T08:59:59");
        thread.delivers(thread.status(3, SENT, s -> {}), "2023-02-28T08:59:59");
        assertThat(thread.counters())
                .containsEntry("applied", 1L)
                .containsEntry("off_clock", 2L)
                .containsEntry("ahead", 1L);
        assertThat(thread.trace(Counter.OFF_CLOCK)).isEqualTo(DeliveredThread.traceOf(1, 2));
    }

    @Test
    void cannotPlaceWhatTheCalendarDoesNotKnow() {
        thread.delivers(thread.document(0, "2022-12-31T23:59:59", d -> {}), "2023-01-01T00:00");
        thread.sends(1, "2023-01-01T00:00");
        thread.delivers(thread.status(3, "2022-12-31T23:59:59", s -> s.document = 1), "2023-01-02T00:00");
        assertThat(thread.counters())
                .containsEntry("rejected_outside_calendar", 2L)
                .containsEntry("applied", 1L)
                .doesNotContainKey("delayed");
    }

    @Test
    void rejectsSendersItDoesNotKnow() {
        thread.sends(0, SENT, d -> {
            d.sender = DocumentSent.ABSENT;
            d.senderCode = "G99";
        });
        thread.sends(1, SENT, d -> d.sender = 88);
        thread.delivers(thread.document(2, SENT, d -> d.sender = 88), "2023-03-07T10:00");
        assertThat(thread.counters()).isEqualTo(Map.of("rejected_unknown_sender", 3L, "delayed", 1L));
    }

    @Test
    void readsAgenciesByCodeInEitherForm() {
        thread.sends(0, SENT, d -> {
            d.sender = DocumentSent.ABSENT;
            d.senderCode = new AgencyCode("H53").oldForm();
            d.addReceiverCode("H01");
        });
        thread.says(3, "2023-03-07T10:00", s -> {
            s.receiver = DocumentSent.ABSENT;
            s.receiverCode = new AgencyCode("H01").oldForm();
        });
        assertThat(thread.counters()).isEqualTo(Map.of("applied", 2L, "settled", 1L));
    }

    @Test
    void takesReceiversAsASetWithoutTheSender() {
        thread.sends(0, SENT, d -> {
            d.addReceiver(DeliveredThread.A);
            d.addReceiver(DeliveredThread.SENDER);
            d.addReceiver(DeliveredThread.A);
            d.addReceiver(88);
            d.addReceiverCode("Z99");
            d.addReceiverCode("no code");
            d.addReceiver(DeliveredThread.B);
        });
        assertThat(thread.counters())
                .containsEntry("applied", 1L)
                .containsEntry("receiver_removed", 2L)
                .containsEntry("receiver_unknown", 3L);
        assertThat(dispatches()).isEqualTo(2);
    }

    @Test
    void makesADeadLetterOfADocumentToNobodyAndNotesNothingOfIt() {
        thread.sends(0, SENT, d -> {
            d.addReceiver(DeliveredThread.SENDER);
            d.addReceiver(99);
            d.signedAt = 0;
        });
        assertThat(thread.counters()).isEqualTo(Map.of("dead_letter_no_receiver", 1L));
    }

    @Test
    void rejectsStatusesItCannotPlace() {
        thread.sends(0, SENT);
        thread.says(7, "2023-03-07T10:00");
        thread.says(3, "2023-03-07T10:00", s -> s.receiver = 88);
        thread.says(3, "2023-03-07T10:00", s -> {
            s.receiver = DocumentSent.ABSENT;
            s.receiverCode = "X01";
        });
        thread.says(3, "2023-03-07T10:00", s -> s.receiver = DeliveredThread.B);
        assertThat(thread.counters())
                .isEqualTo(Map.of(
                        "applied", 1L,
                        "rejected_unknown_status", 1L,
                        "rejected_unknown_agency", 2L,
                        "rejected_not_a_receiver", 1L));
    }

    @Test
    void keepsAStatusForAHorizonUntilItsDocumentComes() {
        thread.says(3, "2023-03-07T10:00");
        thread.delivers(thread.document(0, "2023-03-08T09:00", d -> {}), "2023-03-14T10:00");
        assertThat(thread.counters())
                .isEqualTo(Map.of("applied", 2L, "status_before_document", 1L, "delayed", 1L, "settled", 1L));
    }

    @Test
    void givesAStatusUpOnceItHasWaitedForLongerThanAHorizon() {
        thread.says(3, "2023-03-07T10:00");
        thread.delivers(thread.document(0, "2023-03-08T09:00", d -> {}), "2023-03-14T10:00:01");
        assertThat(thread.counters()).isEqualTo(Map.of("applied", 1L, "unmatched", 1L, "delayed", 1L));
    }

    @Test
    void givesAStatusUpWhoseDocumentNeverComes() {
        thread.says(3, "2023-03-07T10:00");
        assertThat(thread.counters()).isEqualTo(Map.of("unmatched", 1L));
        assertThat(thread.trace(Counter.UNMATCHED)).isEqualTo(DeliveredThread.traceOf(0));
    }

    @Test
    void judgesWhatWaitedInOrderOfArrivalLikeAnyStatus() {
        StatusReported status = thread.says(3, "2023-03-07T10:00");
        thread.delivers(status, "2023-03-07T10:05");
        thread.says(3, "2023-03-07T10:10");
        thread.says(4, "2023-03-07T10:20", s -> s.receiver = DeliveredThread.B);
        thread.delivers(thread.document(0, SENT, d -> {}), "2023-03-07T11:00");
        assertThat(thread.counters())
                .isEqualTo(Map.of(
                        "applied", 2L,
                        "duplicate", 1L,
                        "repeated", 1L,
                        "rejected_not_a_receiver", 1L,
                        "status_before_document", 4L,
                        "delayed", 2L,
                        "out_of_order", 1L,
                        "settled", 1L));
    }

    @Test
    void findsNothingOfADispatchForgottenAHorizonAfterItClosed() {
        thread.sends(0, SENT, DeliveredThread.to(DeliveredThread.A, DeliveredThread.B));
        thread.says(3, "2023-03-07T10:00");
        thread.says(5, "2023-03-14T10:00");
        thread.says(5, "2023-03-14T10:00:01");
        assertThat(thread.counters()).isEqualTo(Map.of("applied", 3L, "unmatched", 1L, "settled", 1L));
    }

    @Test
    void remembersWhatIsOverdueUntilItIsFinal() {
        thread.sends(0, "2023-03-06T09:00");
        thread.says(1, "2023-05-31T17:00");
        thread.says(1, "2023-06-01T17:00");
        thread.says(5, "2023-06-01T17:00:01");
        // 60 working days after 6 March: 19 in March, 20 in April, 20 in May (1 to 3 May are off), 1 June
        assertThat(thread.counters()).isEqualTo(Map.of("applied", 2L, "repeated", 1L, "unmatched", 1L));
        assertThat(outcome(Obligation.ACKNOWLEDGE)).isEqualTo(Outcome.OVERDUE);
    }

    @Test
    void beginsAnewWithAThreadOfWhichAllIsForgotten() {
        DocumentSent document = thread.sends(0, SENT);
        thread.says(3, "2023-03-07T10:00");
        thread.delivers(thread.document(0, "2023-03-14T10:00:01", d -> {}));
        thread.delivers(document, "2023-03-14T10:00:01");
        assertThat(thread.counters()).isEqualTo(Map.of("applied", 3L, "too_late", 1L, "settled", 1L));
        assertThat(thread.conclusions(Obligation.ACKNOWLEDGE))
                .extracting(ObligationId::outcome)
                .containsExactlyInAnyOrder(Outcome.ON_TIME, Outcome.OVERDUE);
        assertThat(dispatches()).isEqualTo(2);
    }

    @Test
    void remembersAThreadForAHorizonAfterItsNewestDocumentWasSent() {
        thread.sends(0, SENT);
        thread.says(3, "2023-03-07T09:00");
        // closed at the time of sending: forgotten together
        DocumentSent recall = thread.sends(1, "2023-03-10T09:00", DeliveredThread.successor(BusinessType.RECALL, 9));
        thread.delivers(recall, "2023-03-17T09:00");
        assertThat(thread.counters())
                .containsEntry("applied", 3L)
                .containsEntry("duplicate", 1L)
                .containsEntry("concerns_unmatched", 1L);
    }

    @Test
    void remembersAThreadWhileSomethingWaits() {
        thread.sends(0, SENT);
        thread.says(3, "2023-03-07T10:00");
        thread.says(3, "2023-03-14T09:00", s -> s.document = 5);
        thread.delivers(thread.document(0, "2023-03-20T09:00", d -> {}));
        assertThat(thread.counters()).isEqualTo(Map.of("applied", 2L, "duplicate", 1L, "unmatched", 1L, "settled", 1L));
    }

    @Test
    void forgetsTheNewestTimeOfAThreadWithTheThread() {
        thread.sends(0, SENT);
        thread.delivers(thread.status(3, "2023-03-13T10:00", s -> {}), "2023-03-07T10:00");
        thread.delivers(thread.document(1, "2023-03-15T10:00", d -> {}), "2023-03-21T10:00");
        thread.delivers(thread.document(2, "2023-03-15T09:00", d -> {}), "2023-03-21T10:00");
        assertThat(thread.counters()).containsEntry("out_of_order", 1L);
        assertThat(thread.trace(Counter.OUT_OF_ORDER)).isEqualTo(DeliveredThread.traceOf(3));
    }

    @Test
    void namesWhatArrivesAfterALaterEventButOnlyOfWhatIsTakenIn() {
        thread.sends(0, SENT);
        StatusReported accepted = thread.says(3, "2023-03-07T12:00");
        thread.delivers(thread.status(1, "2023-03-07T11:00", s -> {}), "2023-03-07T12:30");
        thread.delivers(accepted, "2023-03-07T13:00");
        thread.says(3, "2023-03-07T15:00", s -> s.receiver = DeliveredThread.B);
        thread.says(5, "2023-03-07T14:00");
        thread.says(3, "2023-03-07T16:00", s -> s.document = 3);
        thread.says(6, "2023-03-07T15:30");
        assertThat(thread.trace(Counter.OUT_OF_ORDER)).isEqualTo(DeliveredThread.traceOf(2, 6));
        assertThat(thread.count(Counter.OUT_OF_ORDER)).isEqualTo(2);
    }

    private Outcome outcome(Obligation obligation) {
        List<ObligationId> all = thread.conclusions(obligation);
        assertThat(all).hasSize(1);
        return all.get(0).outcome();
    }

    private long dispatches() {
        return thread.tally().sorted().stream()
                .filter(cell -> CellKey.rollup(cell.key()) == Rollup.DISPATCHES)
                .mapToLong(Cell::count)
                .sum();
    }
}
