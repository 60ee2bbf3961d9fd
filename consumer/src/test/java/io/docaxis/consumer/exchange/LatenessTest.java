package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.obligation.Urgency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is announced about lateness, and when. */
class LatenessTest {

    private final Scene scene = new Scene();

    private List<String> said() {
        scene.commit();
        return scene.partition.announced.stream()
                .map(l -> l.getRevision() + " " + l.getKind() + " " + l.getObligation() + " " + l.getLateByS() / 60)
                .toList();
    }

    @Test
    void marksObligationOverdueOnceTheWatermarkPasses() {
        scene.plain().tick("2023-03-07T17:00");
        assertThat(said()).isEmpty();
        assertThat(scene.acknowledge(0, "H53")).startsWith("open");
        scene.tick("2023-03-07T17:01");
        assertThat(said()).containsExactly("1 OVERDUE acknowledge 0");
        assertThat(scene.acknowledge(0, "H53")).startsWith("overdue");
        scene.tick("2023-03-08T17:01");
        assertThat(said()).hasSize(1);
    }

    @Test
    void saysWhomItIsAbout() {
        scene.plain().tick("2023-03-08T09:00").commit();
        assertThat(scene.partition.lateness).containsOnlyKeys("77/0/H53/acknowledge");
        Lateness said = scene.partition.lateness.get("77/0/H53/acknowledge");
        assertThat(said.getRun()).isEqualTo(Source.RUN);
        assertThat(said.getThread()).isEqualTo(77);
        assertThat(said.getDocument()).isZero();
        assertThat(said.getReceiver()).isEqualTo("H53");
        assertThat(said.getDebtor()).isEqualTo("H53");
        assertThat(said.getDeadline()).isEqualTo(Source.at("2023-03-07T17:00"));
        assertThat(said.getWatermark()).isEqualTo(Source.at("2023-03-08T09:00"));
    }

    @Test
    void saysWhichDocumentItIsAboutAndWhereItsRecordIs() {
        scene.letter(0).from("G01").to().sent("2023-03-06T08:00");
        scene.letter(0).from("G01").to("H53").urgency(Urgency.VERY_URGENT).sent("2023-03-06T09:00");
        scene.letter(1).from("H53.01").to("H01", "G02").sent("2023-03-07T09:00");
        scene.tick("2023-03-08T09:00").commit();

        Lateness said = scene.partition.lateness.get("77/0/H53/acknowledge");
        assertThat(said.getAsker()).isEqualTo("G01");
        assertThat(said.getType()).isEqualTo("CV");
        assertThat(said.getUrgency()).isEqualTo("very_urgent");
        assertThat(said.getPartition()).isEqualTo(Partition.NUMBER);
        assertThat(said.getOffset())
                .as("after the start marker and a letter to nobody")
                .isEqualTo(2);
        assertThat(said.getDocumentNumber()).isEqualTo("G01.2023.T77-0");
        said = scene.partition.lateness.get("77/1/G02/acknowledge");
        assertThat(said.getAsker()).isEqualTo("H53.01");
        assertThat(said.getUrgency()).isEqualTo("normal");
        assertThat(said.getOffset()).isEqualTo(3);
        assertThat(said.getDocumentNumber()).isEqualTo("H53.01.2023.T77-1");
    }

    /** In which year it was sent is a matter of local time. */
    @Test
    void theNumberOfADocumentHasTheYearInWhichItWasSentThere() {
        Scene early = new Scene();
        early.letter(0)
                .from("G01")
                .to("H53")
                .sent("2023-01-01T00:00")
                .tick("2023-01-05T09:00")
                .commit();
        assertThat(early.partition.lateness.get("77/0/H53/acknowledge").getDocumentNumber())
                .isEqualTo("G01.2023.T77-0");
    }

    @Test
    void anAskerIsTheDebtorOfSend() {
        scene.letter(3).from("G01").to("H53").signed("2023-03-06T15:00").sent("2023-03-07T12:30");
        Lateness said = scene.partition.lateness.get("77/3//send");
        assertThat(said.getAsker()).isEqualTo("G01");
        assertThat(said.getDocumentNumber()).isEqualTo("G01.2023.T77-3");
    }

    @Test
    void saysAtOnceThatADocumentWasSentLate() {
        scene.letter(3).from("G01").to("H53").signed("2023-03-06T15:00").sent("2023-03-07T12:30");
        assertThat(said()).containsExactly("1 FULFILLED_LATE send 30");
        assertThat(scene.partition.lateness).containsOnlyKeys("77/3//send");
        assertThat(scene.partition.lateness.get("77/3//send").getDebtor()).isEqualTo("G01");
    }

    @Test
    void followsAnOverdueObligationToItsFulfilment() {
        scene.plain().tick("2023-03-07T17:01").commit().status(0, "H53", 3, "2023-03-07T18:00");
        assertThat(said()).containsExactly("1 OVERDUE acknowledge 0", "2 FULFILLED_LATE acknowledge 60");
    }

    @Test
    void doesNotAnnounceAsOverdueWhatIsFulfilledBeforeACommit() {
        scene.plain().tick("2023-03-07T17:01").status(0, "H53", 3, "2023-03-07T18:00");
        assertThat(said()).containsExactly("1 FULFILLED_LATE acknowledge 60");
    }

    @Test
    void saysNothingOfLatenessThatCameAndWentBetweenCommits() {
        scene.plain().tick("2023-03-07T17:01").status(0, "H53", 3, "2023-03-07T16:00");
        assertThat(said()).isEmpty();
        assertThat(scene.acknowledge(0, "H53")).startsWith("on_time");
    }

    @Test
    void saysOnceWhatDoesNotChange() {
        scene.plain().tick("2023-03-07T17:01").commit().tick("2023-03-07T17:30").commit();
        scene.status(0, "H53", 1, "2023-03-07T17:40").commit();
        assertThat(said()).containsExactly("1 OVERDUE acknowledge 0");
    }

    @Test
    void announcesOfAForgottenThreadBeforeItIsForgotten() {
        scene.plain().status(0, "H53", 3, "2023-03-07T18:00").tick("2023-10-30T09:00");
        assertThat(scene.partition.state.threads()).isZero();
        assertThat(scene.partition.announced).hasSize(1);
        assertThat(said()).containsExactly("1 FULFILLED_LATE acknowledge 60");
    }

    @Test
    void correctsAndWithdrawsWhenEarlierFactsTurnUp() {
        scene.plain()
                .status(0, "H53", 3, "2023-03-07T18:00")
                .commit()
                .status(0, "H53", 5, "2023-03-07T17:10")
                .commit()
                .status(0, "H53", 4, "2023-03-07T16:00");
        assertThat(said())
                .containsExactly(
                        "1 FULFILLED_LATE acknowledge 60", "2 CORRECTED acknowledge 10", "3 WITHDRAWN acknowledge 0");
        assertThat(scene.acknowledge(0, "H53")).startsWith("on_time");
    }

    @Test
    void withdrawsAnOverdueThatAnEarlierFactVoids() {
        scene.question()
                .status(0, "H53", 5, "2023-03-07T10:00")
                .tick("2023-03-16T09:00")
                .commit();
        scene.status(0, "H53", 2, "2023-03-15T16:00");
        assertThat(said()).containsExactly("1 OVERDUE respond 0", "2 WITHDRAWN respond 0");
        assertThat(scene.respond(0, "H53")).startsWith("voided");
    }

    @Test
    void announcesAnewWhatBecomesOverdueAgain() {
        scene.question()
                .status(0, "H53", 5, "2023-03-07T10:00")
                .tick("2023-03-16T09:00")
                .commit()
                .status(0, "H53", 2, "2023-03-15T16:00")
                .commit()
                .status(0, "H53", 3, "2023-03-15T15:00");
        assertThat(said()).containsExactly("1 OVERDUE respond 0", "2 WITHDRAWN respond 0", "3 OVERDUE respond 0");
    }

    @Test
    void announcesTheNewDeadlineWhenAnEarlierRecallTurnsUp() {
        scene.plain()
                .status(0, "H53", 3, "2023-03-07T10:00")
                .status(0, "H53", "G01", 13, "2023-03-09T10:00")
                .tick("2023-03-13T09:00");
        assertThat(said()).containsExactly("1 OVERDUE answer_recall 0");
        scene.status(0, "H53", "G01", 13, "2023-03-08T10:00");
        assertThat(said()).containsExactly("1 OVERDUE answer_recall 0", "2 OVERDUE answer_recall 0");
        assertThat(scene.answerRecall(0, "H53")).isEqualTo("overdue by 2023-03-09T17:00");
    }

    @Test
    void saysNothingOfDutiesDueAfterTheEnd() {
        scene.letter(0).from("G01").to("H53").due("2023-11-01").sent("2023-10-31T18:00");
        scene.tick("2023-11-03T18:00");
        assertThat(said()).isEmpty();
        assertThat(scene.respond(0, "H53")).isEqualTo("open by 2023-11-01T17:00");
        scene.end();
        assertThat(said()).isEmpty();
    }

    @Test
    void announcesAllReceiversOfADocumentThatComesAfterItsDeadline() {
        Scene.Letter letter = scene.letter(0).from("G01").to("H53", "H01");
        scene.deliveredAt("2023-03-07T18:00");
        scene.tick("2023-03-07T18:00");
        letter.sent("2023-03-07T09:00");
        assertThat(said()).containsExactly("1 OVERDUE acknowledge 0", "1 OVERDUE acknowledge 0");
    }
}
