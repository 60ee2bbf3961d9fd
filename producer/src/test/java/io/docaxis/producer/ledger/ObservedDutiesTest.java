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

    private Told told = new Told();

    @Test
    void notesWhyThereIsNoDutyToSend() {
        told.sends(0, SENT, d -> d.signedAt = 0);
        told.sends(1, SENT, d -> d.signedAt = d.sentAt + 1);
        told.sends(2, SENT, d -> d.signedAt = Told.at("2022-12-31T10:00"));
        told.sends(3, SENT, d -> d.signedAt = d.sentAt);
        assertThat(told.count(Counter.NOT_SIGNED)).isOne();
        assertThat(told.count(Counter.DEADLINE_OUTSIDE_CALENDAR)).isOne();
        assertThat(told.count(Counter.SIGNED_AFTER_SENT)).isOne();
        assertThat(told.conclusions(Obligation.SEND)).hasSize(1);
    }

    @Test
    void notesWhyThereIsNoDutyToRespond() {
        told.sends(0, SENT, d -> d.dueOnText = "soon");
        told.sends(1, SENT, d -> d.dueOn = Told.day("2024-01-05"));
        told.sends(2, SENT, d -> d.dueOn = Told.day("2023-12-31"));
        told.sends(3, SENT, d -> d.dueOn = Told.day("2023-03-06"));
        told.sends(4, SENT, d -> d.dueOn = Told.day("2023-03-07"));
        assertThat(told.count(Counter.DUE_DATE_UNREADABLE)).isOne();
        assertThat(told.count(Counter.DEADLINE_OUTSIDE_CALENDAR)).isEqualTo(2);
        assertThat(told.count(Counter.DUE_DATE_PAST)).isOne();
        assertThat(told.conclusions(Obligation.RESPOND)).hasSize(1);
    }

    @Test
    void asksNoResponseToRecallsAndUpdates() {
        told.sends(0, SENT);
        told.sends(1, SENT, Told.successor(BusinessType.RECALL, 0).andThen(d -> d.dueOn = Told.day("2023-03-06")));
        told.sends(2, SENT, Told.successor(BusinessType.UPDATE, 0).andThen(d -> d.dueOn = Told.day("2023-03-09")));
        told.sends(3, SENT, Told.successor(BusinessType.REPLACE, 0).andThen(d -> d.dueOn = Told.day("2023-03-09")));
        assertThat(told.conclusions(Obligation.RESPOND))
                .extracting(ObligationId::document)
                .containsExactly(3);
        assertThat(told.conclusions(Obligation.ACKNOWLEDGE))
                .extracting(ObligationId::document)
                .containsExactlyInAnyOrder(0, 2, 3);
        assertThat(told.conclusions(Obligation.SEND)).hasSize(4);
        assertThat(told.count(Counter.DUE_DATE_PAST)).isZero();
        // of the recall document alone
        assertThat(told.count(Counter.SETTLED)).isOne();
    }

    @Test
    void asksNothingTheCalendarDoesNotReach() {
        told.delivers(told.document(0, "2023-12-29T17:00", d -> d.signedAt = Told.at("2023-12-29T09:00")));
        told.asksBack("2023-12-29T18:00");
        told.delivers(told.document(1, "2023-12-31T10:00", d -> d.urgency = Urgency.URGENT.ordinal()));
        // all three duties of the first document
        assertThat(told.count(Counter.DEADLINE_OUTSIDE_CALENDAR)).isEqualTo(3);
        assertThat(told.count(Counter.RECALLED)).isOne();
        assertThat(told.conclusions(Obligation.ACKNOWLEDGE))
                .extracting(ObligationId::document, ObligationId::outcome)
                .containsExactly(tuple(1, Outcome.OPEN));
        assertThat(told.conclusions(Obligation.ANSWER_RECALL)).isEmpty();
        assertThat(told.count(Counter.SETTLED)).isOne();
    }

    @Test
    void takesArrivalForReceiptWhereTheRulesSaySo() {
        told = new Told(new Rules(7 * 86_400L, 60, true, true, 3600, 1800, 60));
        told.sends(0, SENT);
        told.says(1, "2023-03-07T16:00");
        told.sends(1, SENT, d -> d.urgency = Urgency.EXPRESS.ordinal());
        told.delivers(told.status(3, SENT, s -> {
            s.document = 1;
            s.occurredAt += 61;
        }));
        assertThat(told.conclusions(Obligation.ACKNOWLEDGE))
                .extracting(ObligationId::outcome, ObligationId::latenessS)
                .containsExactlyInAnyOrder(tuple(Outcome.ON_TIME, 0L), tuple(Outcome.LATE, 1L));
    }

    @Test
    void takesAnAnswerFromItsReceiverToTheAskerAlone() {
        told.sends(0, SENT, asking(Told.A));
        told.sends(1, "2023-03-08T09:00", Told.answer(0).andThen(d -> d.sender = Told.C));
        told.sends(2, "2023-03-08T09:00", d -> {
            d.sender = Told.A;
            d.answers = 0;
            d.addReceiver(Told.B);
        });
        assertThat(told.count(Counter.ANSWER_FROM_STRANGER)).isOne();
        assertThat(told.count(Counter.ANSWER_NOT_TO_ASKER)).isOne();
        assertThat(outcome(0, Obligation.RESPOND)).isEqualTo(Outcome.OVERDUE);
        assertThat(told.count(Counter.APPLIED)).isEqualTo(3);
        assertThat(told.trace(Counter.ANSWER_FROM_STRANGER)).isEqualTo(Told.traceOf(1));
    }

    @Test
    void opensADutyByTheAnswersOwnDueDateAndSettlesNobodyElses() {
        told.sends(0, SENT, asking(Told.A, Told.B));
        told.sends(1, "2023-03-08T09:00", Told.answer(0).andThen(d -> d.dueOn = Told.day("2023-03-20")));
        told.sends(2, "2023-03-09T09:00", d -> {
            d.answers = 1;
            d.addReceiver(Told.A);
        });
        assertThat(told.conclusions(Obligation.RESPOND))
                .extracting(ObligationId::document, ObligationId::receiver, ObligationId::outcome)
                .containsExactlyInAnyOrder(
                        tuple(0, Told.A, Outcome.ON_TIME),
                        tuple(0, Told.B, Outcome.OVERDUE),
                        tuple(1, Told.SENDER, Outcome.ON_TIME));
    }

    @Test
    void letsAnAnswerWaitForItsQuestion() {
        told.answers(1, 0, "2023-03-07T12:00");
        told.delivers(told.document(0, SENT, asking(Told.A)), "2023-03-14T09:00");
        assertThat(outcome(0, Obligation.RESPOND)).isEqualTo(Outcome.ON_TIME);
        assertThat(told.count(Counter.ANSWER_UNMATCHED)).isZero();
        assertThat(told.count(Counter.STATUS_BEFORE_DOCUMENT)).isZero();
    }

    @Test
    void givesAnAnswerUpWhoseQuestionDoesNotComeWithinAHorizon() {
        told.answers(1, 0, "2023-03-07T12:00");
        told.delivers(told.document(0, "2023-03-08T09:00", asking(Told.A)), "2023-03-14T12:00:01");
        told.answers(3, 2, "2023-03-15T09:00");
        assertThat(told.count(Counter.ANSWER_UNMATCHED)).isEqualTo(2);
        assertThat(outcome(0, Obligation.RESPOND)).isEqualTo(Outcome.OVERDUE);
    }

    @Test
    void matchesNoAnswerToAForgottenDispatch() {
        told.sends(0, SENT, Told.to(Told.A, Told.B));
        told.says(3, "2023-03-07T10:00");
        told.answers(1, 0, "2023-03-14T10:00:01");
        assertThat(told.count(Counter.ANSWER_UNMATCHED)).isOne();
        assertThat(told.trace(Counter.ANSWER_UNMATCHED)).isEqualTo(Told.traceOf(2));
    }

    @Test
    void letsTheEarlierOfRefusalAndAcceptanceStand() {
        told.sends(0, SENT, asking(Told.A, Told.B));
        told.says(2, "2023-03-08T10:00");
        told.says(3, "2023-03-08T11:00");
        told.says(3, "2023-03-08T10:00", s -> s.receiver = Told.B);
        told.says(2, "2023-03-08T11:00", s -> s.receiver = Told.B);
        assertThat(told.conclusions(Obligation.RESPOND))
                .extracting(ObligationId::receiver, ObligationId::outcome)
                .containsExactlyInAnyOrder(tuple(Told.A, Outcome.VOIDED), tuple(Told.B, Outcome.OVERDUE));
        assertThat(told.count(Counter.REFUSED)).isOne();
        assertThat(told.count(Counter.REFUSED_AFTER_ACCEPTANCE)).isOne();
        assertThat(told.count(Counter.ACCEPTED_AFTER_REFUSAL)).isOne();
    }

    @Test
    void countsRecallsByDispatchAndNamesWhatIsOddAboutThem() {
        told.sends(0, SENT, Told.to(Told.A, Told.B));
        told.asksBack("2023-03-08T09:00");
        told.asksBack("2023-03-08T10:00");
        told.says(13, "2023-03-08T10:30");
        told.says(13, "2023-03-08T10:40", s -> s.reporter = Told.C);
        told.says(16, "2023-03-08T11:00");
        told.says(15, "2023-03-08T12:00");
        told.says(15, "2023-03-08T13:00", s -> s.receiver = Told.B);
        assertThat(told.count(Counter.RECALLED)).isOne();
        assertThat(told.count(Counter.RECALL_REPEATED)).isOne();
        assertThat(told.count(Counter.RECALL_BY_STRANGER)).isEqualTo(2);
        assertThat(told.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isEqualTo(2);
        assertThat(told.count(Counter.REPEATED)).isEqualTo(3);
        assertThat(told.conclusions(Obligation.ANSWER_RECALL))
                .extracting(ObligationId::receiver, ObligationId::outcome)
                .containsExactly(tuple(Told.A, Outcome.ON_TIME));
        assertThat(told.trace(Counter.RECALL_ANSWER_WITHOUT_REQUEST))
                .isEqualTo(Hash.mix(TraceId.dispatch(Told.THREAD, 0, Told.A))
                        + Hash.mix(TraceId.dispatch(Told.THREAD, 0, Told.B)));
    }

    @Test
    void recallsThoseReceiversToWhichTheRecallGoesToo() {
        told.sends(0, SENT, Told.to(Told.A, Told.B));
        told.sends(1, "2023-03-08T09:00", Told.successor(BusinessType.RECALL, 0).andThen(Told.to(Told.B, Told.C)));
        told.says(15, "2023-03-08T10:00", s -> s.document = 1);
        assertThat(told.conclusions(Obligation.ANSWER_RECALL))
                .extracting(ObligationId::receiver, ObligationId::outcome)
                .containsExactly(tuple(Told.B, Outcome.OVERDUE));
        assertThat(told.count(Counter.CONCERNS_UNMATCHED)).isZero();
        // A is not a receiver of the recall document
        assertThat(told.count(Counter.REJECTED_NOT_A_RECEIVER)).isOne();
    }

    @Test
    void answersToTheRecallDocumentItselfAnswerNothing() {
        told.sends(0, SENT);
        told.sends(1, "2023-03-08T09:00", Told.successor(BusinessType.RECALL, 0));
        told.says(15, "2023-03-08T10:00", s -> s.document = 1);
        assertThat(told.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isOne();
        assertThat(outcome(0, Obligation.ANSWER_RECALL)).isEqualTo(Outcome.OVERDUE);
    }

    @Test
    void takesSuccessorsFromTheOriginalSenderOfADocumentThatIsThere() {
        told.sends(0, SENT, asking(Told.A));
        told.sends(
                1, "2023-03-08T09:00", Told.successor(BusinessType.REPLACE, 0).andThen(d -> d.sender = Told.C));
        told.sends(2, "2023-03-08T09:00", Told.successor(BusinessType.RECALL, 0).andThen(Told.to(Told.B)));
        told.sends(3, "2023-03-08T09:00", Told.successor(BusinessType.UPDATE, 9));
        assertThat(told.count(Counter.CONCERNS_UNMATCHED)).isEqualTo(3);
        assertThat(outcome(0, Obligation.RESPOND)).isEqualTo(Outcome.OVERDUE);
        assertThat(told.trace(Counter.CONCERNS_UNMATCHED)).isEqualTo(Told.traceOf(1, 2, 3));
    }

    @Test
    void replacesTheDutyOfThoseToWhomTheReplacementGoes() {
        told.sends(0, SENT, asking(Told.A, Told.B));
        told.sends(
                1, "2023-03-08T09:00", Told.successor(BusinessType.REPLACE, 0).andThen(asking(Told.A)));
        assertThat(told.conclusions(Obligation.RESPOND))
                .extracting(ObligationId::document, ObligationId::receiver, ObligationId::outcome)
                .containsExactlyInAnyOrder(
                        tuple(0, Told.A, Outcome.VOIDED),
                        tuple(0, Told.B, Outcome.OVERDUE),
                        tuple(1, Told.A, Outcome.OVERDUE));
    }

    @Test
    void voidsNothingByAnAgreementToAnUpdateNobodyAskedBack() {
        told.sends(0, SENT);
        told.sends(1, "2023-03-08T09:00", Told.successor(BusinessType.UPDATE, 0));
        told.says(15, "2023-03-08T10:00", s -> s.document = 1);
        assertThat(outcome(1, Obligation.ACKNOWLEDGE)).isEqualTo(Outcome.OVERDUE);
        assertThat(told.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isOne();
    }

    @Test
    void takesFactsInTheOrderInWhichTheyHappened() {
        told.sends(0, SENT, asking(Told.A));
        told.delivers(told.status(15, "2023-03-08T11:00", s -> {}), "2023-03-08T11:00");
        told.delivers(told.status(13, "2023-03-08T10:00", s -> s.reporter = Told.SENDER), "2023-03-08T12:00");
        assertThat(outcome(0, Obligation.RESPOND)).isEqualTo(Outcome.VOIDED);
        assertThat(outcome(0, Obligation.ANSWER_RECALL)).isEqualTo(Outcome.ON_TIME);
        assertThat(told.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isZero();
    }

    private static Consumer<DocumentSent> asking(int... receivers) {
        return Told.to(receivers).andThen(document -> document.dueOn = Told.day("2023-03-15"));
    }

    private Outcome outcome(int document, Obligation obligation) {
        List<ObligationId> all = told.conclusions(obligation).stream()
                .filter(conclusion -> conclusion.document() == document)
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0).outcome();
    }
}
