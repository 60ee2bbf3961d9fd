package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Counter;
import org.junit.jupiter.api.Test;

/** What becomes of answers, recalls, updates, replacements, and what is counted beside obligations; times typed by hand. */
class CorrespondenceTest {

    private final Scene scene = new Scene();

    @Test
    void anAnswerFulfilsAndOpensItsOwnDuties() {
        scene.question();
        scene.letter(1)
                .from("H53")
                .to("G01")
                .signed("2023-03-09T09:00")
                .due("2023-03-20")
                .answers(0)
                .sent("2023-03-10T13:00");
        scene.end();
        assertThat(scene.respond(0, "H53")).isEqualTo("on_time by 2023-03-15T17:00");
        assertThat(scene.acknowledge(0, "H53")).isEqualTo("late 4080 by 2023-03-07T17:00");
        assertThat(scene.send(1)).isEqualTo("late 60 by 2023-03-10T12:00");
        assertThat(scene.acknowledge(1, "G01")).isEqualTo("overdue by 2023-03-10T17:00");
        assertThat(scene.respond(1, "G01")).isEqualTo("overdue by 2023-03-20T17:00");
    }

    @Test
    void anAnswerFromAnAgencyThatWasNotAskedSettlesNothing() {
        scene.question();
        scene.letter(1).from("H53.01").to("G01").answers(0).sent("2023-03-10T09:00");
        scene.end();
        assertThat(scene.count(Counter.ANSWER_FROM_STRANGER)).isEqualTo(1);
        assertThat(scene.respond(0, "H53")).startsWith("overdue");
        assertThat(scene.acknowledge(1, "G01")).startsWith("overdue");
    }

    @Test
    void anAnswerThatDoesNotGoToTheAskerSettlesNothing() {
        scene.question();
        scene.letter(1).from("H53").to("G02").answers(0).sent("2023-03-10T09:00");
        scene.end();
        assertThat(scene.count(Counter.ANSWER_NOT_TO_ASKER)).isEqualTo(1);
        assertThat(scene.respond(0, "H53")).startsWith("overdue");
    }

    @Test
    void aStrangersAnswerToAnotherIsCountedOnce() {
        scene.question();
        scene.letter(1).from("G03").to("G02").answers(0).sent("2023-03-10T09:00");
        assertThat(scene.count(Counter.ANSWER_FROM_STRANGER)).isEqualTo(1);
        assertThat(scene.count(Counter.ANSWER_NOT_TO_ASKER)).isZero();
    }

    @Test
    void anAnswerSettlesNobodyElsesDuty() {
        scene.letter(0).from("G01").to("H53", "H01").due("2023-03-15").sent("2023-03-07T09:00");
        scene.letter(1).from("H53").to("G01", "H01").answers(0).sent("2023-03-10T09:00");
        scene.end();
        assertThat(scene.respond(0, "H53")).isEqualTo("on_time by 2023-03-15T17:00");
        assertThat(scene.respond(0, "H01")).isEqualTo("overdue by 2023-03-15T17:00");
    }

    @Test
    void anAnswerToAnAnswerDoesNotSettleTheAncestor() {
        scene.letter(0).from("G01").to("H53").due("2023-03-15").sent("2023-03-07T09:00");
        scene.letter(1).from("H53").to("G01").due("2023-03-14").answers(0).sent("2023-03-16T09:00");
        scene.letter(2).from("G01").to("H53").answers(1).sent("2023-03-17T09:00");
        scene.end();
        assertThat(scene.respond(0, "H53")).isEqualTo("late 960 by 2023-03-15T17:00");
        assertThat(scene.respond(1, "G01")).isEqualTo("none");
        assertThat(scene.acknowledge(1, "G01")).isEqualTo("late 960 by 2023-03-16T17:00");
    }

    @Test
    void anAnswerMayComeBeforeItsQuestion() {
        scene.letter(1).from("H53").to("G01").answers(0).sent("2023-03-07T12:00");
        scene.deliveredAt("2023-03-13T12:00").question();
        scene.end();
        assertThat(scene.count(Counter.ANSWER_UNMATCHED)).isZero();
        assertThat(scene.count(Counter.STATUS_BEFORE_DOCUMENT)).isZero();
        assertThat(scene.respond(0, "H53")).isEqualTo("on_time by 2023-03-15T17:00");
    }

    @Test
    void anAnswerWhoseQuestionComesAfterAHorizonIsUnmatched() {
        scene.letter(1).from("H53").to("G01").answers(0).sent("2023-03-07T12:00");
        scene.letter(0).from("G01").to("H53").due("2023-03-20").sent("2023-03-14T12:01");
        assertThat(scene.count(Counter.ANSWER_UNMATCHED)).isEqualTo(1);
        assertThat(scene.respond(0, "H53")).startsWith("open");
    }

    @Test
    void anAnswerToNothingIsUnmatchedOnceItsTimeIsUp() {
        scene.letter(1)
                .from("H53")
                .to("G01")
                .answers(0)
                .sent("2023-03-07T12:00")
                .tick("2023-03-14T12:00");
        assertThat(scene.count(Counter.ANSWER_UNMATCHED)).isZero();
        scene.tick("2023-03-14T12:01");
        assertThat(scene.count(Counter.ANSWER_UNMATCHED)).isEqualTo(1);
    }

    @Test
    void anAnswerToAForgottenDispatchIsUnmatched() {
        scene.letter(0).from("G01").to("H53", "G02").due("2023-03-15").sent("2023-03-07T09:00");
        scene.status(0, "H53", 6, "2023-03-07T10:00");
        scene.letter(1).from("H53").to("G01").answers(0).sent("2023-03-14T10:01");
        scene.letter(2).from("G02").to("G01").answers(0).sent("2023-03-15T10:00");
        assertThat(scene.count(Counter.ANSWER_UNMATCHED)).isEqualTo(1);
        assertThat(scene.respond(0, "G02")).isEqualTo("on_time by 2023-03-15T17:00");
    }

    @Test
    void anAnswerToAForgottenDispatchIsUnmatchedWhereverItGoes() {
        scene.letter(0).from("G01").to("H53", "G02").due("2023-03-15").sent("2023-03-07T09:00");
        scene.status(0, "H53", 6, "2023-03-07T10:00");
        scene.letter(1).from("H53").to("G03").answers(0).sent("2023-03-14T10:01");
        assertThat(scene.count(Counter.ANSWER_UNMATCHED)).isEqualTo(1);
        assertThat(scene.count(Counter.ANSWER_NOT_TO_ASKER)).isZero();
    }

    @Test
    void aDocumentDoesNotAnswerItself() {
        scene.letter(0).from("G01").to("H53").answers(0).sent("2023-03-07T09:00");
        assertThat(scene.count(Counter.ANSWER_UNMATCHED)).isEqualTo(1);
    }

    @Test
    void aRecallDocumentOpensOnlySendAndAsksEachReceiver() {
        scene.letter(0).from("G01").to("H53", "H01").sent("2023-03-07T09:00");
        scene.letter(1)
                .from("G01")
                .to("H53", "G02")
                .signed("2023-03-07T09:00")
                .due("2023-03-20")
                .concerns(BusinessType.RECALL, 0)
                .sent("2023-03-07T10:00");
        scene.end();
        assertThat(scene.send(1)).isEqualTo("on_time by 2023-03-08T12:00");
        assertThat(scene.acknowledge(1, "H53")).isEqualTo("none");
        assertThat(scene.respond(1, "H53")).isEqualTo("none");
        assertThat(scene.answerRecall(0, "H53")).isEqualTo("overdue by 2023-03-08T17:00");
        assertThat(scene.answerRecall(0, "H01")).isEqualTo("none");
        assertThat(scene.count(Counter.RECALLED)).isEqualTo(1);
        assertThat(scene.count(Counter.CONCERNS_UNMATCHED)).isZero();
        // both dispatches of the recall document
        assertThat(scene.count(Counter.SETTLED)).isEqualTo(2);
    }

    @Test
    void aRecallByAnotherIsUnmatched() {
        scene.plain();
        scene.letter(1).from("G02").to("H53").concerns(BusinessType.RECALL, 0).sent("2023-03-07T10:00");
        assertThat(scene.count(Counter.CONCERNS_UNMATCHED)).isEqualTo(1);
        assertThat(scene.count(Counter.RECALLED)).isZero();
    }

    @Test
    void aRecallToOtherReceiversIsUnmatched() {
        scene.plain();
        scene.letter(1)
                .from("G01")
                .to("G02", "G03")
                .concerns(BusinessType.RECALL, 0)
                .sent("2023-03-07T10:00");
        assertThat(scene.count(Counter.CONCERNS_UNMATCHED)).isEqualTo(1);
    }

    @Test
    void aRecallOfNothingIsUnmatched() {
        scene.letter(1).from("G01").to("H53").concerns(BusinessType.RECALL, 0).sent("2023-03-07T10:00");
        scene.letter(2).from("G01").to("H53").concerns(BusinessType.REPLACE, 2).sent("2023-03-07T10:00");
        scene.letter(3).from("G01").to("H53").business(BusinessType.UPDATE).sent("2023-03-07T10:00");
        assertThat(scene.count(Counter.CONCERNS_UNMATCHED)).isEqualTo(2);
        scene.end();
        assertThat(scene.count(Counter.CONCERNS_UNMATCHED)).isEqualTo(3);
    }

    @Test
    void aRecallReachesOnlyDispatchesThatAreNotForgotten() {
        scene.letter(0).from("G01").to("H53", "H01").sent("2023-03-07T09:00");
        scene.status(0, "H53", 3, "2023-03-07T10:00");
        scene.letter(1).from("G01").to("H53").concerns(BusinessType.RECALL, 0).sent("2023-03-14T10:01");
        assertThat(scene.count(Counter.CONCERNS_UNMATCHED)).isEqualTo(1);
        scene.letter(2)
                .from("G01")
                .to("H53", "H01")
                .concerns(BusinessType.RECALL, 0)
                .sent("2023-03-14T10:02");
        assertThat(scene.count(Counter.CONCERNS_UNMATCHED)).isEqualTo(1);
        assertThat(scene.answerRecall(0, "H53")).isEqualTo("none");
        assertThat(scene.answerRecall(0, "H01")).isEqualTo("open by 2023-03-15T17:00");
    }

    @Test
    void aRecallMayComeBeforeWhatItRecalls() {
        scene.letter(1).from("G01").to("H53").concerns(BusinessType.RECALL, 0).sent("2023-03-07T10:00");
        scene.deliveredAt("2023-03-07T11:00").plain();
        assertThat(scene.answerRecall(0, "H53")).isEqualTo("open by 2023-03-08T17:00");
        assertThat(scene.count(Counter.CONCERNS_UNMATCHED)).isZero();
    }

    @Test
    void answersToARecallDocumentBelongToTheRecalledDispatch() {
        scene.plain();
        scene.letter(1).from("G01").to("H53").concerns(BusinessType.RECALL, 0).sent("2023-03-07T10:00");
        scene.status(1, "H53", 15, "2023-03-07T11:00");
        assertThat(scene.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isEqualTo(1);
        scene.status(0, "H53", 15, "2023-03-07T12:00");
        assertThat(scene.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isEqualTo(1);
        assertThat(scene.answerRecall(0, "H53")).isEqualTo("on_time by 2023-03-08T17:00");
        assertThat(scene.acknowledge(0, "H53")).isEqualTo("voided by 2023-03-07T17:00");
    }

    @Test
    void anUpdateOpensSendAndAcknowledgeAndChangesNothingElse() {
        scene.question();
        scene.letter(1)
                .from("G01")
                .to("H53")
                .signed("2023-03-08T09:00")
                .due("2023-03-30")
                .concerns(BusinessType.UPDATE, 0)
                .sent("2023-03-08T10:00");
        scene.status(1, "H53", 15, "2023-03-08T11:00").end();
        assertThat(scene.send(1)).isEqualTo("on_time by 2023-03-09T12:00");
        assertThat(scene.acknowledge(1, "H53")).isEqualTo("overdue by 2023-03-08T17:00");
        assertThat(scene.respond(1, "H53")).isEqualTo("none");
        assertThat(scene.respond(0, "H53")).isEqualTo("overdue by 2023-03-15T17:00");
        assertThat(scene.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isEqualTo(1);
    }

    @Test
    void aReplacementVoidsForThoseItGoesToAndOpensItsOwn() {
        scene.letter(0).from("G01").to("H53", "H01").due("2023-03-15").sent("2023-03-07T09:00");
        scene.letter(1)
                .from("G01")
                .to("H53")
                .signed("2023-03-08T09:00")
                .due("2023-03-22")
                .concerns(BusinessType.REPLACE, 0)
                .sent("2023-03-08T10:00");
        scene.letter(2)
                .from("H53")
                .to("G01")
                .answers(1)
                .sent("2023-03-22T17:00")
                .end();
        assertThat(scene.respond(0, "H53")).isEqualTo("voided by 2023-03-15T17:00");
        assertThat(scene.respond(0, "H01")).isEqualTo("overdue by 2023-03-15T17:00");
        assertThat(scene.respond(1, "H53")).isEqualTo("on_time by 2023-03-22T17:00");
        assertThat(scene.send(1)).isEqualTo("on_time by 2023-03-09T12:00");
        assertThat(scene.acknowledge(0, "H53")).isEqualTo("overdue by 2023-03-07T17:00");
    }

    @Test
    void aReplacementCanBeAskedBackLikeANewDocument() {
        scene.plain();
        scene.letter(1)
                .from("G01")
                .to("H53")
                .due("2023-03-22")
                .concerns(BusinessType.REPLACE, 0)
                .sent("2023-03-08T10:00");
        scene.status(1, "H53", "G01", 13, "2023-03-08T11:00").status(1, "H53", 15, "2023-03-08T12:00");
        assertThat(scene.respond(1, "H53")).isEqualTo("voided by 2023-03-22T17:00");
        assertThat(scene.answerRecall(1, "H53")).isEqualTo("on_time by 2023-03-09T17:00");
    }

    @Test
    void requestsByStrangersAndRepeatsAreCountedOnly() {
        scene.plain()
                .status(0, "H53", 13, "2023-03-08T10:00")
                .status(0, "H53", "G02", 13, "2023-03-08T11:00")
                .status(0, "H53", "G01", 13, "2023-03-08T12:00")
                .status(0, "H53", "G01", 13, "2023-03-08T13:00");
        scene.letter(1).from("G01").to("H53").concerns(BusinessType.RECALL, 0).sent("2023-03-08T14:00");
        assertThat(scene.count(Counter.RECALL_BY_STRANGER)).isEqualTo(2);
        assertThat(scene.count(Counter.RECALLED)).isEqualTo(1);
        assertThat(scene.count(Counter.RECALL_REPEATED)).isEqualTo(2);
        assertThat(scene.count(Counter.REPEATED)).isEqualTo(3);
        assertThat(scene.answerRecall(0, "H53")).isEqualTo("open by 2023-03-09T17:00");
    }

    @Test
    void answersWithoutRequestAreRecountedWhenTheRequestTurnsUp() {
        scene.plain().status(0, "H53", 15, "2023-03-08T12:00").status(0, "H53", 16, "2023-03-08T13:00");
        assertThat(scene.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isEqualTo(2);
        scene.deliveredAt("2023-03-08T14:00").status(0, "H53", "G01", 13, "2023-03-08T12:30");
        assertThat(scene.count(Counter.RECALL_ANSWER_WITHOUT_REQUEST)).isEqualTo(1);
        assertThat(scene.answerRecall(0, "H53")).isEqualTo("on_time by 2023-03-09T17:00");
        assertThat(scene.acknowledge(0, "H53")).startsWith("overdue");
    }

    @Test
    void ofRefusalAndAcceptanceTheEarlierStands() {
        scene.letter(0).from("G01").to("H53", "H01", "G02").sent("2023-03-07T09:00");
        scene.status(0, "H53", 2, "2023-03-07T10:00")
                .status(0, "H53", 3, "2023-03-07T11:00")
                .status(0, "H01", 3, "2023-03-07T10:00")
                .status(0, "H01", 2, "2023-03-07T11:00")
                .status(0, "G02", 2, "2023-03-07T10:00");
        assertThat(scene.count(Counter.REFUSED)).isEqualTo(2);
        assertThat(scene.count(Counter.REFUSED_AFTER_ACCEPTANCE)).isEqualTo(1);
        assertThat(scene.count(Counter.ACCEPTED_AFTER_REFUSAL)).isEqualTo(1);
        scene.deliveredAt("2023-03-07T13:00").status(0, "G02", 3, "2023-03-07T09:30");
        assertThat(scene.count(Counter.REFUSED)).isEqualTo(1);
        assertThat(scene.count(Counter.REFUSED_AFTER_ACCEPTANCE)).isEqualTo(2);
    }

    @Test
    void dutiesThatDoNotExistAreCounted() {
        scene.letter(0).from("G01").to("H53").sent("2023-03-07T09:00");
        scene.letter(1)
                .from("G01")
                .to("H53")
                .signed("2023-03-07T09:01")
                .due("2023-03-06")
                .sent("2023-03-07T09:00");
        scene.letter(2)
                .from("G01")
                .to("H53")
                .signed("2023-03-07T09:00")
                .dueWritten("2023/02/31")
                .sent("2023-03-07T09:00");
        scene.letter(3).from("G01").to("H53").due("1970-01-01").sent("2023-03-07T09:00");
        assertThat(scene.count(Counter.NOT_SIGNED)).isEqualTo(2);
        assertThat(scene.count(Counter.SIGNED_AFTER_SENT)).isEqualTo(1);
        assertThat(scene.count(Counter.DUE_DATE_PAST)).isEqualTo(1);
        assertThat(scene.count(Counter.DUE_DATE_UNREADABLE)).isEqualTo(1);
        assertThat(scene.count(Counter.DEADLINE_OUTSIDE_CALENDAR)).isEqualTo(1);
    }

    @Test
    void settlesDispatchesNoneOfWhoseDutiesIsOpen() {
        scene.letter(0).from("G01").to("H53", "H01").due("2023-03-15").sent("2023-03-07T09:00");
        assertThat(scene.partition.openDispatches()).isEqualTo(2);
        scene.status(0, "H53", 2, "2023-03-07T10:00").status(0, "H01", 3, "2023-03-07T10:00");
        assertThat(scene.count(Counter.SETTLED)).isEqualTo(1);
        scene.status(0, "H53", "G01", 13, "2023-03-07T11:00");
        assertThat(scene.count(Counter.SETTLED)).isZero();
        scene.status(0, "H53", 16, "2023-03-07T12:00").status(0, "H01", 6, "2023-03-20T10:00");
        assertThat(scene.count(Counter.SETTLED)).isEqualTo(2);
        assertThat(scene.partition.openDispatches()).isZero();
    }

    @Test
    void settingsChangeWhatIsDue() {
        Scene other = new Scene(new Rules(86_400, 5, true, true, 1_800, 1_200, 600));
        other.letter(0).from("G01").to("H53").signed("2023-03-06T15:00").sent("2023-03-07T17:00");
        other.letter(1)
                .from("G01")
                .to("H53")
                .urgency(io.docaxis.common.obligation.Urgency.EXPRESS)
                .signed("2023-03-07T17:00")
                .sent("2023-03-07T17:11");
        other.status(1, "H53", 1, "2023-03-07T17:21");
        assertThat(other.send(0)).isEqualTo("on_time by 2023-03-07T17:00");
        assertThat(other.send(1)).isEqualTo("late 1 by 2023-03-07T17:10");
        assertThat(other.acknowledge(1, "H53")).isEqualTo("on_time by 2023-03-07T17:21");
    }
}
