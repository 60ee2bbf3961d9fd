package io.docaxis.producer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.TraceId;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What documents and facts amount to, beyond the cases typed in tables. */
class ObservedDutiesTest {

    private static final String SENT = "2023-03-07T09:00";

    private DeliveredThread thread = new DeliveredThread();

    @Test
    void notesWhyThereIsNoDutyToSend() {
        thread.sends(0, SENT, d -> d.signedAt = 0);
        thread.sends(1, SENT, d -> d.signedAt = d.sentAt + 1);
        thread.sends(2, SENT, d -> d.signedAt = DeliveredThread.at("2022-12-31T10:00"));
        thread.sends(3, SENT, d -> d.signedAt = d.sentAt);
        assertThat(thread.count(Counter.NOT_SIGNED)).isOne();
        assertThat(thread.count(Counter.DEADLINE_OUTSIDE_CALENDAR)).isOne();
        assertThat(thread.count(Counter.SIGNED_AFTER_SENT)).isOne();
        assertThat(thread.conclusions(Obligation.SEND)).hasSize(1);
    }

    @Test
    void notesWhyThereIsNoDutyToRespond() {
        thread.sends(0, SENT, d -> d.dueOnText = "soon");
        thread.sends(1, SENT, d -> d.dueOn = DeliveredThread.day("2024-01-05"));
        thread.sends(2, SENT, d -> d.dueOn = DeliveredThread.day("2023-12-31"));
        thread.sends(3, SENT, d -> d.dueOn = DeliveredThread.day("2023-03-06"));
        thread.sends(4, SENT, d -> d.dueOn = DeliveredThread.day("2023-03-07"));
        assertThat(thread.count(Counter.DUE_DATE_UNREADABLE)).isOne();
        assertThat(thread.count(Counter.DEADLINE_OUTSIDE_CALENDAR)).isEqualTo(2);
        assertThat(thread.count(Counter.DUE_DATE_PAST)).isOne();
        assertThat(thread.conclusions(Obligation.RESPOND)).hasSize(1);
    }

    @Test
    void asksNoResponseToRecallsAndUpdates() {
        thread.sends(0, SENT);
        thread.sends(
                1,
                SENT,
                DeliveredThread.successor(BusinessType.RECALL, 0)
                        .andThen(d -> d.dueOn = DeliveredThread.day("2023-03-06")));
        thread.sends(
                2,
                SENT,
                DeliveredThread.successor(BusinessType.UPDATE, 0)
                        .andThen(d -> d.dueOn = DeliveredThread.day("2023-03-09")));
        thread.sends(
                3,
                SENT,
                DeliveredThread.successor(BusinessType.REPLACE, 0)
                        .andThen(d -> d.dueOn = DeliveredThread.day("2023-03-09")));
        assertThat(thread.conclusions(Obligation.RESPOND))
                .extracting(ObligationId::document)
                .containsExactly(3);
        assertThat(thread.conclusions(Obligation.ACKNOWLEDGE))
                .extracting(ObligationId::document)
                .containsExactlyInAnyOrder(0, 2, 3);
        assertThat(thread.conclusions(Obligation.SEND)).hasSize(4);
        assertThat(thread.count(Counter.DUE_DATE_PAST)).isZero();
        // of the recall document alone
        assertThat(thread.count(Counter.SETTLED)).isOne();
    }

    @Test
    void asksNothingTheCalendarDoesNotReach() {
        thread.delivers(
                thread.document(0, "2023-12-29T17:00", d -> d.signedAt = DeliveredThread.at("2023-12-29T09:00")));
        thread.asksBack("2023-12-29T18:00");
        thread.delivers(thread.document(1, "2023-12-31T10:00", d -> d.urgency = Urgency.URGENT.ordinal()));
        // all three duties of the first document
        assertThat(thread.count(Counter.DEADLINE_OUTSIDE_CALENDAR)).isEqualTo(3);
        assertThat(thread.count(Counter.RECALLED)).isOne();
        assertThat(thread.conclusions(Obligation.ACKNOWLEDGE))
                .extracting(ObligationId::document, ObligationId::outcome)
                .containsExactly(tuple(1, Outcome.OPEN));
        assertThat(thread.conclusions(Obligation.ANSWER_RECALL)).isEmpty();
        assertThat(thread.count(Counter.SETTLED)).isOne();
    }

    @Test
    void takesArrivalForReceiptWhereTheRulesSaySo() {
        thread = new DeliveredThread(new Rules(7 * 86_400L, 60, true, true, 3600, 1800, 60));
        thread.sends(0, SENT);
        thread.says(1, "2023-03-07T16:00");
        thread.sends(1, SENT, d -> d.urgency = Urgency.EXPRESS.ordinal());
        thread.delivers(thread.status(3, SENT, s -> {
            s.document = 1;
            s.occurredAt += 61;
        }));
        assertThat(thread.conclusions(Obligation.ACKNOWLEDGE))
                .extracting(ObligationId::outcome, ObligationId::latenessS)
                .containsExactlyInAnyOrder(tuple(Outcome.ON_TIME, 0L), tuple(Outcome.LATE, 1L));
    }

    @Test
    void takesAnAnswerFromItsReceiverToTheAskerAlone() {
        thread.sends(0, SENT, asking(DeliveredThread.A));
        thread.sends(1, "2023-03-08T09:00", DeliveredThread.answer(0).andThen(d -> d.sender = DeliveredThread.C));
        thread.sends(2, "2023-03-08T09:00", d -> {
            d.sender = DeliveredThread.A;
            d.answers = 0;
            d.addReceiver(DeliveredThread.B);
        });
        assertThat(thread.count(Counter.ANSWER_FROM_STRANGER)).isOne();
        assertThat(thread.count(Counter.ANSWER_NOT_TO_ASKER)).isOne();
        assertThat(outcome(0, Obligation.RESPOND)).isEqualTo(Outcome.OVERDUE);
        assertThat(thread.count(Counter.APPLIED)).isEqualTo(3);
        assertThat(thread.trace(Counter.ANSWER_FROM_STRANGER)).isEqualTo(DeliveredThread.traceOf(1));
    }

    @Test
    void opensADutyByTheAnswersOwnDueDateAndSettlesNobodyElses() {
        thread.sends(0, SENT, asking(DeliveredThread.A, DeliveredThread.B));
        thread.sends(
                1,
                "2023-03-08T09:00",
                DeliveredThread.answer(0).andThen(d -> d.dueOn = DeliveredThread.day("2023-03-20")));
        thread.sends(2, "2023-03-09T09:00", d -> {
            d.answers = 1;
            d.addReceiver(DeliveredThread.A);
        });
        assertThat(thread.conclusions(Obligation.RESPOND))
                .extracting(ObligationId::document, ObligationId::receiver, ObligationId::outcome)
                .containsExactlyInAnyOrder(
                        tuple(0, DeliveredThread.A, Outcome.ON_TIME),
                        tuple(0, DeliveredThread.B, Outcome.OVERDUE),
                        tuple(1, DeliveredThread.SENDER, Outcome.ON_TIME));
    }

    @Test
    void letsAnAnswerWaitForItsQuestion() {
        thread.answers(1, 0, "2023-03-07T12:00");
        thread.delivers(thread.document(0, SENT, asking(DeliveredThread.A)), "2023-03-14T09:00");
        assertThat(outcome(0, Obligation.RESPOND)).isEqualTo(Outcome.ON_TIME);
        assertThat(thread.count(Counter.ANSWER_UNMATCHED)).isZero();
        assertThat(thread.count(Counter.STATUS_BEFORE_DOCUMENT)).isZero();
    }

    @Test
    void givesAnAnswerUpWhoseQuestionDoesNotComeWithinAHorizon() {
        thread.answers(1, 0, "2023-03-07T12:00");
        thread.delivers(thread.document(0, "2023-03-08T09:00", asking(DeliveredThread.A)), "2023-03-14T12:00:01");
        thread.answers(3, 2, "2023-03-15T09:00");
        assertThat(thread.count(Counter.ANSWER_UNMATCHED)).isEqualTo(2);
        assertThat(outcome(0, Obligation.RESPOND)).isEqualTo(Outcome.OVERDUE);
    }

    @Test
    void matchesNoAnswerToAForgottenDispatch() {
        thread.sends(0, SENT, DeliveredThread.to(DeliveredThread.A, DeliveredThread.B));
        thread.says(3, "2023-03-07T10:00");
        thread.answers(1, 0, "2023-03-14T10:00:01");
        assertThat(thread.count(Counter.ANSWER_UNMATCHED)).isOne();
        assertThat(thread.trace(Counter.ANSWER_UNMATCHED)).isEqualTo(DeliveredThread.traceOf(2));
    }

    @Test
    void letsTheEarlierOfRefusalAndAcceptanceStand() {
        thread.sends(0, SENT, asking(DeliveredThread.A, DeliveredThread.B));
        thread.says(2, "2023-03-08T10:00");
        thread.says(3, "2023-03-08T11:00");
        thread.says(3, "2023-03-08T10:00", s -> s.receiver = DeliveredThread.B);
        thread.says(2, "2023-03-08T11:00", s -> s.receiver = DeliveredThread.B);
        assertThat(thread.conclusions(Obligation.RESPOND))
                .extracting(ObligationId::receiver, ObligationId::outcome)
                .containsExactlyInAnyOrder(
                        tuple(DeliveredThread.A, Outcome.VOIDED), tuple(DeliveredThread.B, Outcome.OVERDUE));
        assertThat(thread.count(Counter.REFUSED)).isOne();
        assertThat(thread.count(Counter.REFUSED_AFTER_ACCEPTANCE)).isOne();
        assertThat(thread.count(Counter.ACCEPTED_AFTER_REFUSAL)).isOne();
    }

    @Test
    void countsRecallsByDispatchAndNamesWhatIsOddAboutThem() {
        thread.sends(0, SENT, DeliveredThread.to(DeliveredThread.A, DeliveredThread.B));
        thread.asksBack("2023-03-08T09:00");
        thread.asksBack("2023-03-08T10:00");
        thread.says(13, "2023-03-08T10:30");
        thread.says(13, "2023-03-08T10:40", s -> s.reporter = DeliveredThread.C);
        thread.says(16, "2023-03-08T11:00");
        thread.says(15, "2023-03-08T12:00");
        thread.says(15, "2023-03-08T13:00", s -> s.receiver = DeliveredThread.B);
        assertThat(thread.count(Counter.RECALLED)).isOne();
        assertThat(thread.count(Counter.RECALL_REPEATED)).isOne();
        assertThat(thread.count(Counter.RECALL_BY_STRANGER)).isEqualTo(2);
        assertThat(thread.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isEqualTo(2);
        assertThat(thread.count(Counter.REPEATED)).isEqualTo(3);
        assertThat(thread.conclusions(Obligation.ANSWER_RECALL))
                .extracting(ObligationId::receiver, ObligationId::outcome)
                .containsExactly(tuple(DeliveredThread.A, Outcome.ON_TIME));
        assertThat(thread.trace(Counter.RECALL_ANSWER_WITHOUT_REQUEST))
                .isEqualTo(Hash.mix(TraceId.dispatch(DeliveredThread.THREAD, 0, DeliveredThread.A))
                        + Hash.mix(TraceId.dispatch(DeliveredThread.THREAD, 0, DeliveredThread.B)));
    }

    @Test
    void recallsThoseReceiversToWhichTheRecallGoesToo() {
        thread.sends(0, SENT, DeliveredThread.to(DeliveredThread.A, DeliveredThread.B));
        thread.sends(
                1,
                "2023-03-08T09:00",
                DeliveredThread.successor(BusinessType.RECALL, 0)
                        .andThen(DeliveredThread.to(DeliveredThread.B, DeliveredThread.C)));
        thread.says(15, "2023-03-08T10:00", s -> s.document = 1);
        assertThat(thread.conclusions(Obligation.ANSWER_RECALL))
                .extracting(ObligationId::receiver, ObligationId::outcome)
                .containsExactly(tuple(DeliveredThread.B, Outcome.OVERDUE));
        assertThat(thread.count(Counter.CONCERNS_UNMATCHED)).isZero();
        // A is not a receiver of the recall document
        assertThat(thread.count(Counter.REJECTED_NOT_A_RECEIVER)).isOne();
    }

    @Test
    void answersToTheRecallDocumentItselfAnswerNothing() {
        thread.sends(0, SENT);
        thread.sends(1, "2023-03-08T09:00", DeliveredThread.successor(BusinessType.RECALL, 0));
        thread.says(15, "2023-03-08T10:00", s -> s.document = 1);
        assertThat(thread.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isOne();
        assertThat(outcome(0, Obligation.ANSWER_RECALL)).isEqualTo(Outcome.OVERDUE);
    }

    @Test
    void takesSuccessorsFromTheOriginalSenderOfADocumentThatIsThere() {
        thread.sends(0, SENT, asking(DeliveredThread.A));
        thread.sends(
                1,
                "2023-03-08T09:00",
                DeliveredThread.successor(BusinessType.REPLACE, 0).andThen(d -> d.sender = DeliveredThread.C));
        thread.sends(
                2,
                "2023-03-08T09:00",
                DeliveredThread.successor(BusinessType.RECALL, 0).andThen(DeliveredThread.to(DeliveredThread.B)));
        thread.sends(3, "2023-03-08T09:00", DeliveredThread.successor(BusinessType.UPDATE, 9));
        assertThat(thread.count(Counter.CONCERNS_UNMATCHED)).isEqualTo(3);
        assertThat(outcome(0, Obligation.RESPOND)).isEqualTo(Outcome.OVERDUE);
        assertThat(thread.trace(Counter.CONCERNS_UNMATCHED)).isEqualTo(DeliveredThread.traceOf(1, 2, 3));
    }

    @Test
    void replacesTheDutyOfThoseToWhomTheReplacementGoes() {
        thread.sends(0, SENT, asking(DeliveredThread.A, DeliveredThread.B));
        thread.sends(
                1,
                "2023-03-08T09:00",
                DeliveredThread.successor(BusinessType.REPLACE, 0).andThen(asking(DeliveredThread.A)));
        assertThat(thread.conclusions(Obligation.RESPOND))
                .extracting(ObligationId::document, ObligationId::receiver, ObligationId::outcome)
                .containsExactlyInAnyOrder(
                        tuple(0, DeliveredThread.A, Outcome.VOIDED),
                        tuple(0, DeliveredThread.B, Outcome.OVERDUE),
                        tuple(1, DeliveredThread.A, Outcome.OVERDUE));
    }

    @Test
    void voidsNothingByAnAgreementToAnUpdateNobodyAskedBack() {
        thread.sends(0, SENT);
        thread.sends(1, "2023-03-08T09:00", DeliveredThread.successor(BusinessType.UPDATE, 0));
        thread.says(15, "2023-03-08T10:00", s -> s.document = 1);
        assertThat(outcome(1, Obligation.ACKNOWLEDGE)).isEqualTo(Outcome.OVERDUE);
        assertThat(thread.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isOne();
    }

    @Test
    void takesFactsInTheOrderInWhichTheyHappened() {
        thread.sends(0, SENT, asking(DeliveredThread.A));
        thread.delivers(thread.status(15, "2023-03-08T11:00", s -> {}), "2023-03-08T11:00");
        thread.delivers(
                thread.status(13, "2023-03-08T10:00", s -> s.reporter = DeliveredThread.SENDER), "2023-03-08T12:00");
        assertThat(outcome(0, Obligation.RESPOND)).isEqualTo(Outcome.VOIDED);
        assertThat(outcome(0, Obligation.ANSWER_RECALL)).isEqualTo(Outcome.ON_TIME);
        assertThat(thread.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isZero();
    }

    private static Consumer<DocumentSent> asking(int... receivers) {
        return DeliveredThread.to(receivers).andThen(document -> document.dueOn = DeliveredThread.day("2023-03-15"));
    }

    private Outcome outcome(int document, Obligation obligation) {
        List<ObligationId> all = thread.conclusions(obligation).stream()
                .filter(conclusion -> conclusion.document() == document)
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0).outcome();
    }
}
