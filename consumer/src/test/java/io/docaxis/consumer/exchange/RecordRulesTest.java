package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under which name a record is counted. */
class RecordRulesTest {

    private final Scene scene = new Scene();

    /** Whatever a test does, every record is counted under exactly one name. */
    @AfterEach
    void balances() {
        scene.end();
        assertThat(scene.partition.counted())
                .isEqualTo(scene.partition.state.progress().recordsRead());
    }

    @Test
    void appliesDocumentsAndStatuses() {
        scene.plain().status(0, "H53", 3, "2023-03-07T10:00");
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(2);
    }

    @Test
    void countsAnEventDeliveredTwiceAsDuplicate() {
        scene.plain().again().status(0, "H53", 3, "2023-03-07T10:00").again().again();
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(2);
        assertThat(scene.count(Counter.DUPLICATE)).isEqualTo(3);
    }

    @Test
    void countsTheSameStatusUnderAnotherIdentityAsRepeated() {
        scene.plain().status(0, "H53", 3, "2023-03-07T18:00").status(0, "H53", 3, "2023-03-07T18:30");
        assertThat(scene.count(Counter.REPEATED)).isEqualTo(1);
        assertThat(scene.acknowledge(0, "H53")).isEqualTo("late 60 by 2023-03-07T17:00");
    }

    @Test
    void letsARepeatedStatusThatOccurredEarlierStand() {
        scene.plain().status(0, "H53", 3, "2023-03-07T18:00").status(0, "H53", 3, "2023-03-07T16:00");
        assertThat(scene.count(Counter.REPEATED)).isEqualTo(1);
        assertThat(scene.acknowledge(0, "H53")).isEqualTo("on_time by 2023-03-07T17:00");
    }

    @Test
    void knowsTheDuplicateOfARepeatedStatus() {
        scene.plain()
                .status(0, "H53", 3, "2023-03-07T10:00")
                .status(0, "H53", 3, "2023-03-07T11:00")
                .again();
        assertThat(scene.count(Counter.REPEATED)).isEqualTo(1);
        assertThat(scene.count(Counter.DUPLICATE)).isEqualTo(1);
    }

    @Test
    void letsInProcessRepeat() {
        scene.plain().status(0, "H53", 5, "2023-03-07T10:00").status(0, "H53", 5, "2023-03-08T10:00");
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(3);
        assertThat(scene.count(Counter.REPEATED)).isZero();
    }

    @Test
    void takesWhatIsExactlyAHorizonOld() {
        scene.plain().deliveredAt("2023-03-14T10:00").status(0, "H53", 3, "2023-03-07T10:00");
        assertThat(scene.count(Counter.TOO_LATE)).isZero();
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(2);
    }

    @Test
    void countsWhatIsOlderThanAHorizonAsTooLate() {
        scene.plain().deliveredAt("2023-03-14T10:01").status(0, "H53", 3, "2023-03-07T10:00");
        assertThat(scene.count(Counter.TOO_LATE)).isEqualTo(1);
        assertThat(scene.acknowledge(0, "H53")).isEqualTo("overdue by 2023-03-07T17:00");
    }

    @Test
    void countsADocumentOlderThanAHorizonAsTooLate() {
        scene.deliveredAt("2023-03-14T09:01").plain();
        assertThat(scene.count(Counter.TOO_LATE)).isEqualTo(1);
        assertThat(scene.partition.obligations()).isEmpty();
    }

    @Test
    void rejectsAnUnknownSender() {
        scene.letter(0).fromWritten("X99").to("H53").sent("2023-03-07T09:00");
        assertThat(scene.count(Counter.REJECTED_UNKNOWN_SENDER)).isEqualTo(1);
    }

    @Test
    void readsASenderInTheOldCodeForm() {
        scene.letter(0).fromWritten("000.00.00.G01").to("H53").sent("2023-03-07T09:00");
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(1);
    }

    @Test
    void rejectsAStatusThatTheAxisDoesNotHave() {
        scene.plain().status(0, "H53", 7, "2023-03-07T10:00").status(0, "H53", 0, "2023-03-07T10:00");
        assertThat(scene.count(Counter.REJECTED_UNKNOWN_STATUS)).isEqualTo(2);
    }

    @Test
    void rejectsAStatusForAnUnknownAgency() {
        scene.plain().statusWritten(0, "not a code", 3, "2023-03-07T10:00");
        assertThat(scene.count(Counter.REJECTED_UNKNOWN_AGENCY)).isEqualTo(1);
    }

    @Test
    void rejectsAnUnknownStatusBeforeAnUnknownAgency() {
        scene.plain().statusWritten(0, "not a code", 99, "2023-03-07T10:00");
        assertThat(scene.count(Counter.REJECTED_UNKNOWN_STATUS)).isEqualTo(1);
        assertThat(scene.count(Counter.REJECTED_UNKNOWN_AGENCY)).isZero();
    }

    @Test
    void readsAReceiverInTheOldCodeForm() {
        scene.plain().statusWritten(0, "000.00.00.H53", 3, "2023-03-07T10:00");
        assertThat(scene.acknowledge(0, "H53")).isEqualTo("on_time by 2023-03-07T17:00");
    }

    @Test
    void rejectsAStatusForAnAgencyThatDidNotGetTheDocument() {
        scene.plain().status(0, "G02", 3, "2023-03-07T10:00");
        assertThat(scene.count(Counter.REJECTED_NOT_A_RECEIVER)).isEqualTo(1);
    }

    @Test
    void rejectsTheProvinceWhereItsDepartmentIsTheReceiver() {
        scene.letter(0).from("G01").to("H53.01").sent("2023-03-07T09:00");
        scene.status(0, "H53", 3, "2023-03-07T10:00").status(0, "H53.01", 3, "2023-03-07T11:00");
        assertThat(scene.count(Counter.REJECTED_NOT_A_RECEIVER)).isEqualTo(1);
        assertThat(scene.acknowledge(0, "H53.01")).isEqualTo("on_time by 2023-03-07T17:00");
    }

    @Test
    void writesADocumentToNobodyButItsSenderOff() {
        scene.letter(0).from("G01").to("G01").toWritten("X99").sent("2023-03-07T09:00");
        assertThat(scene.count(Counter.DEAD_LETTER_NO_RECEIVER)).isEqualTo(1);
        assertThat(scene.partition.deadLetters).containsExactly(Unreadable.NO_RECEIVER);
        assertThat(scene.count(Counter.RECEIVER_REMOVED)).isZero();
        assertThat(scene.partition.state.threads()).isZero();
    }

    @Test
    void countsReceiversThatItRemoves() {
        scene.letter(0)
                .from("G01")
                .to("H53", "G01", "G02", "H53")
                .toNumber(5_000)
                .toWritten("000.00.00.H53")
                .toWritten("X99")
                .toWritten("H01")
                .sent("2023-03-07T09:00")
                .again();
        assertThat(scene.count(Counter.RECEIVER_REMOVED)).isEqualTo(3);
        assertThat(scene.count(Counter.RECEIVER_UNKNOWN)).isEqualTo(2);
        assertThat(scene.partition.dispatches()).isEqualTo(3);
    }

    @Test
    void makes87DispatchesOfADocumentToAll88() {
        Scene.Letter letter = scene.letter(0).from("G01");
        for (int agency = 0; agency < 88; agency++) {
            letter.toNumber(agency);
        }
        letter.sent("2023-03-07T09:00");
        assertThat(scene.partition.dispatches()).isEqualTo(87);
        assertThat(scene.partition.obligations()).hasSize(87);
        assertThat(scene.count(Counter.RECEIVER_REMOVED)).isEqualTo(1);
    }

    @Test
    void letsAStatusWaitForItsDocument() {
        scene.status(0, "H53", 3, "2023-03-07T10:00");
        assertThat(scene.partition.counted()).isEqualTo(1);
        scene.deliveredAt("2023-03-14T09:00").plain();
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(2);
        assertThat(scene.count(Counter.STATUS_BEFORE_DOCUMENT)).isEqualTo(1);
        assertThat(scene.acknowledge(0, "H53")).isEqualTo("on_time by 2023-03-07T17:00");
    }

    @Test
    void judgesWhatWaitedLikeAnyStatus() {
        scene.status(0, "H53", 3, "2023-03-07T10:00")
                .again()
                .status(0, "H53", 3, "2023-03-07T11:00")
                .status(0, "G02", 3, "2023-03-07T11:00");
        scene.deliveredAt("2023-03-07T12:00").plain();
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(2);
        assertThat(scene.count(Counter.DUPLICATE)).isEqualTo(1);
        assertThat(scene.count(Counter.REPEATED)).isEqualTo(1);
        assertThat(scene.count(Counter.REJECTED_NOT_A_RECEIVER)).isEqualTo(1);
        assertThat(scene.count(Counter.STATUS_BEFORE_DOCUMENT)).isEqualTo(4);
    }

    @Test
    void countsAStatusWhoseDocumentComesAfterAHorizonAsUnmatched() {
        scene.status(0, "H53", 3, "2023-03-07T10:00");
        scene.letter(0).from("G01").to("H53").sent("2023-03-14T10:01");
        assertThat(scene.count(Counter.UNMATCHED)).isEqualTo(1);
        assertThat(scene.count(Counter.STATUS_BEFORE_DOCUMENT)).isZero();
        assertThat(scene.acknowledge(0, "H53")).startsWith("open");
    }

    @Test
    void countsAStatusWithoutDocumentAsUnmatchedOnceTheWatermarkPasses() {
        scene.status(0, "H53", 3, "2023-03-07T10:00").tick("2023-03-14T10:00");
        assertThat(scene.count(Counter.UNMATCHED)).isZero();
        scene.tick("2023-03-14T10:01");
        assertThat(scene.count(Counter.UNMATCHED)).isEqualTo(1);
        assertThat(scene.partition.state.threads()).isZero();
    }

    @Test
    void countsWhatStillWaitsAtTheEndAsUnmatched() {
        scene.status(0, "H53", 3, "2023-10-31T10:00").end();
        assertThat(scene.count(Counter.UNMATCHED)).isEqualTo(1);
        scene.status(0, "H53", 3, "2023-10-31T11:00");
        assertThat(scene.count(Counter.UNMATCHED)).isEqualTo(2);
    }

    @Test
    void forgetsADispatchAHorizonAfterItIsSettled() {
        scene.plain()
                .status(0, "H53", 3, "2023-03-07T10:00")
                .status(0, "H53", 5, "2023-03-14T10:00")
                .status(0, "H53", 6, "2023-03-14T10:01");
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(3);
        assertThat(scene.count(Counter.UNMATCHED)).isZero();
        scene.end();
        assertThat(scene.count(Counter.UNMATCHED)).isEqualTo(1);
    }

    @Test
    void remembersAnOverdueDispatchUntilItIsFinal() {
        // 60 working days after Tuesday 7 March: 2 June (Hung Kings' day and May holidays left out)
        scene.plain().status(0, "H53", 3, "2023-06-02T17:00");
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(2);
        assertThat(scene.acknowledge(0, "H53")).startsWith("late 125280 by");
    }

    @Test
    void forgetsAnOverdueDispatchOnceItIsFinal() {
        scene.plain().status(0, "H53", 3, "2023-06-02T17:01").end();
        assertThat(scene.count(Counter.UNMATCHED)).isEqualTo(1);
        assertThat(scene.acknowledge(0, "H53")).startsWith("overdue");
        assertThat(scene.partition.state.threads()).isLessThanOrEqualTo(1);
    }

    @Test
    void keepsADispatchThatIsForgottenApartFromOneOfItsThreadThatIsNot() {
        scene.letter(0).from("G01").to("H53", "G02").sent("2023-03-07T09:00");
        scene.status(0, "H53", 3, "2023-03-07T10:00").status(0, "H53", 5, "2023-03-20T10:00");
        assertThat(scene.count(Counter.UNMATCHED)).isEqualTo(1);
        scene.status(0, "G02", 3, "2023-03-20T11:00");
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(3);
    }

    @Test
    void knowsADispatchForAHorizonThoughItsStatusesSayTheyCameBeforeIt() {
        scene.plain()
                .deliveredAt("2023-03-07T09:30")
                .status(0, "H53", 3, "2023-03-05T09:00")
                .tick("2023-03-13T09:00")
                .deliveredAt("2023-03-13T10:00");
        scene.letter(0).from("G01").to("H53").ordinal(0).sent("2023-03-07T09:00");
        assertThat(scene.count(Counter.DUPLICATE)).isEqualTo(1);
        scene.ordinalsFrom(2)
                .status(0, "H53", 5, "2023-03-14T09:00")
                .status(0, "H53", 5, "2023-03-14T09:01")
                .end();
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(3);
        assertThat(scene.count(Counter.UNMATCHED)).isEqualTo(1);
    }

    @Test
    void dropsAThreadFromMemoryOnceAllOfItIsForgotten() {
        scene.plain().status(0, "H53", 3, "2023-03-07T10:00").tick("2023-03-14T10:00");
        assertThat(scene.partition.state.threads()).isEqualTo(1);
        scene.tick("2023-03-14T10:01");
        assertThat(scene.partition.state.threads()).isZero();
        assertThat(scene.acknowledge(0, "H53")).isEqualTo("on_time by 2023-03-07T17:00");
    }

    @Test
    void countsRecordsOfAnotherRunAsForeign() {
        Source other = new Source(0);
        other.ofRun(12345);
        scene.partition.apply(other.tick(Source.at("2023-03-07T09:00")));
        scene.partition.apply(other.started(Source.run(Rules.DEFAULT, 1, scene.agencies)));
        assertThat(scene.count(Counter.FOREIGN)).isEqualTo(2);
    }

    @Test
    void countsRecordsBeforeAnyRunAsForeign() {
        Partition fresh = new Partition();
        Source source = new Source(0);
        byte[] start = source.started(Source.run(Rules.DEFAULT, 1, scene.agencies));
        fresh.apply(source.tick(Source.at("2023-03-07T09:00")));
        assertThat(fresh.exchange.progress().started()).isFalse();
        fresh.apply(start);
        assertThat(fresh.count(Counter.FOREIGN)).isEqualTo(1);
        assertThat(fresh.count(Counter.MARKER)).isEqualTo(1);
        assertThat(fresh.exchange.progress().runHash()).isEqualTo(Source.RUN);
    }

    @Test
    void countsASequenceSeenBeforeAsResent() {
        Source source = new Source(0);
        source.skipTo(1);
        scene.plain();
        DocumentSent same = new DocumentSent();
        scene.partition.apply(source.document(same, Source.at("2023-03-07T09:00")));
        assertThat(scene.count(Counter.RESENT)).isEqualTo(1);
    }

    @Test
    void countsASecondStartMarkerAsMarker() {
        Source source = new Source(0);
        source.skipTo(100);
        scene.partition.apply(source.started(Source.run(Rules.DEFAULT, 1, scene.agencies)));
        assertThat(scene.count(Counter.MARKER)).isEqualTo(2);
    }

    @Test
    void writesRecordsOfASourceThatTheRunDoesNotHaveOff() {
        Source source = new Source(3);
        scene.partition.apply(source.tick(Source.at("2023-03-07T09:00")));
        assertThat(scene.count(Counter.DEAD_LETTER_STRAY)).isEqualTo(1);
    }

    @Test
    void rejectsTimesThatTheCalendarDoesNotKnow() {
        scene.letter(0).from("G01").to("H53").sent("2024-02-01T09:00");
        scene.status(0, "H53", 3, "2024-02-01T09:00");
        assertThat(scene.count(Counter.REJECTED_OUTSIDE_CALENDAR)).isEqualTo(2);
        assertThat(scene.partition.deadLetters).isEmpty();
    }

    @Test
    void writesImpossibleStartMarkersOff() {
        RunStarted good = Source.run(Rules.DEFAULT, 1, AgencyCatalogue.level1());
        Partition fresh = new Partition();
        for (RunStarted bad : new RunStarted[] {
            good.toBuilder().clearContractVersion().build(),
            good.toBuilder().setContractVersion(1).build(),
            good.toBuilder().setContractVersion(3).build(),
            good.toBuilder().setSources(0).build(),
            good.toBuilder().setSources(70_000).build(),
            good.toBuilder().setEndsAt(Source.STARTS_AT).build(),
            good.toBuilder().setEndsAt(-1).build(),
            good.toBuilder().setHorizonS(0).build(),
            good.toBuilder().setHorizonS(Long.MAX_VALUE).build(),
            good.toBuilder().setFinalAfterWorkingDays(Integer.MAX_VALUE).build(),
            good.toBuilder().setUrgentS(-5).build(),
            good.toBuilder().setCalendarLastDay(Integer.MAX_VALUE).build(),
            good.toBuilder().setCalendarFirstDay(-1).build(),
            good.toBuilder().addDaysOff(3).build(),
            good.toBuilder().setMorningOpensS(80_000).build(),
            good.toBuilder().setUtcOffsetS(Integer.MIN_VALUE).build(),
            good.toBuilder().setCommunes(1_000_000).build(),
            good.toBuilder().setCatalogueFingerprint(17).build(),
            good.toBuilder().setLive(Live.getDefaultInstance()).build(),
            good.toBuilder().setLive(live().setSpeed(-1)).build(),
            good.toBuilder().setLive(live().setAllowanceS(-1)).build(),
            good.toBuilder().setLive(live().setSimulatedS(Long.MAX_VALUE)).build(),
            good.toBuilder().setLive(live().setWallMs(-1)).build(),
        }) {
            fresh.apply(new Source(0).started(bad));
            assertThat(fresh.exchange.progress().started()).isFalse();
        }
        assertThat(fresh.count(Counter.DEAD_LETTER_STRAY)).isEqualTo(23);
        assertThat(fresh.deadLetters).hasSize(23).containsOnly(Unreadable.MALFORMED);
        fresh.apply(new Source(0).started(good));
        assertThat(fresh.exchange.progress().started()).isTrue();
    }

    @Test
    void noSourceStartsByAnotherVersionOfTheContract() {
        RunStarted ours = Source.run(Rules.DEFAULT, 2, AgencyCatalogue.level1());
        Partition partition = new Partition();
        partition.apply(new Source(0).started(ours));
        partition.apply(
                new Source(1).started(ours.toBuilder().setContractVersion(3).build()));
        assertThat(partition.exchange.progress().watermark()).isZero();
        assertThat(partition.count(Counter.DEAD_LETTER_STRAY)).isOne();
        partition.apply(new Source(1).started(ours));
        assertThat(partition.exchange.progress().watermark()).isEqualTo(Source.STARTS_AT);
    }

    private static Live.Builder live() {
        return Live.newBuilder().setSpeed(1_000);
    }

    /** By the number that is written beside it; the run here has source 0 alone. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // what                           run | source | sequence | counted as
                "no number                      | -     | -  | -  | DEAD_LETTER_STRAY",
                "a new number of its source     | ours  | 0  | 90 | DEAD_LETTER_MALFORMED",
                "a number that its source gave  | ours  | 0  | 1  | RESENT",
                "a source that there is not     | ours  | 1  | 1  | DEAD_LETTER_STRAY",
                "another run                    | other | 0  | 2  | FOREIGN",
                "another run's further source   | other | 63 | 99 | FOREIGN"
            })
    void knowsByTheirNumberWhoSentBytesThatNobodyCanRead(
            String what, String run, Integer source, Long sequence, Counter counter) {
        scene.plain();
        RecordNumber number = run == null
                ? null
                : new RecordNumber(run.equals("ours") ? Source.RUN : Source.RUN + 1, source, sequence);

        scene.partition.exchange.apply(new byte[] {0, 1, 2}, 0, 3, 77, () -> number);

        assertThat(scene.count(counter)).as(what).isEqualTo(1);
        assertThat(scene.partition.exchange.progress().header(1).getStrayOffsetsList())
                .isEqualTo(counter == Counter.DEAD_LETTER_STRAY ? List.of(77L) : List.of());
    }

    @Test
    void writesBytesThatWereNeverAnEventOff() {
        scene.partition.apply(null);
        scene.partition.apply(new byte[0]);
        scene.partition.apply("<edXML>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        byte[] damaged = new Source(0).tick(Source.at("2023-03-07T09:00"));
        damaged[damaged.length - 1] ^= 1;
        scene.partition.apply(damaged);
        assertThat(scene.count(Counter.DEAD_LETTER_STRAY)).isEqualTo(4);
        assertThat(scene.partition.deadLetters)
                .containsExactly(Unreadable.MALFORMED, Unreadable.MALFORMED, Unreadable.MALFORMED, Unreadable.CHECKSUM);
    }

    @Test
    void saysInItsHeaderHowFarItHasCome() {
        scene.plain().status(0, "H53", 3, "2023-03-07T10:00");
        PartHeader before = scene.partition.exchange.progress().header(6);
        assertThat(before.getEnded()).isFalse();
        assertThat(before.getComplete()).isFalse();
        assertThat(before.getWatermark()).isEqualTo(Source.at("2023-03-07T10:00"));
        scene.end();
        PartHeader after = scene.partition.exchange.progress().header(6);
        assertThat(after.getRunId()).isEqualTo("test-run");
        assertThat(after.getScenario()).isEqualTo("test");
        assertThat(after.getParts()).isEqualTo(6);
        assertThat(after.getDepartments()).isEqualTo(200);
        assertThat(after.getEnded()).isTrue();
        assertThat(after.getComplete()).isTrue();
        assertThat(after.getRecords()).isEqualTo(4);
        assertThat(after.getWatermark()).isEqualTo(Source.ENDS_AT);
        assertThat(after.getSources(0).getRecords()).isEqualTo(2);
        assertThat(after.getSources(0).getFingerprint())
                .isEqualTo(after.getSources(0).getAnnouncedFingerprint());
        assertThat(after.getSources(0).getAnnouncedRecords()).isEqualTo(2);
        assertThat(after.getSources(0).getSequence()).isEqualTo(4);
    }

    @Test
    void holdsTheWatermarkUntilEverySourceIsSeen() {
        Partition two = new Partition();
        RunStarted run = Source.run(Rules.DEFAULT, 2, AgencyCatalogue.level1());
        Source first = new Source(0);
        Source second = new Source(1);
        two.apply(first.started(run));
        two.apply(first.tick(Source.at("2023-03-07T09:00")));
        assertThat(two.state.progress().watermark()).isZero();
        two.apply(second.started(run));
        assertThat(two.state.progress().watermark()).isEqualTo(Source.STARTS_AT);
        two.apply(second.tick(Source.at("2023-03-08T09:00")));
        assertThat(two.state.progress().watermark()).isEqualTo(Source.at("2023-03-07T09:00"));
        two.apply(first.ended(Source.ENDS_AT));
        assertThat(two.state.progress().watermark()).isEqualTo(Source.at("2023-03-08T09:00"));
        assertThat(two.exchange.progress().ended()).isFalse();
        two.apply(second.ended(Source.ENDS_AT + 3_600));
        assertThat(two.state.progress().watermark()).isEqualTo(Source.ENDS_AT);
        assertThat(two.exchange.progress().ended()).isTrue();
    }

    @Test
    void neverLetsTheTimeOfAnEventMoveTheWatermark() {
        StatusReported ahead = new StatusReported();
        ahead.status = 3;
        ahead.occurredAt = Source.at("2023-09-01T00:00");
        Partition one = new Partition();
        Source source = new Source(0);
        one.apply(source.started(Source.run(Rules.DEFAULT, 1, AgencyCatalogue.level1())));
        one.apply(source.status(ahead, Source.at("2023-03-07T09:00")));
        assertThat(one.state.progress().watermark()).isEqualTo(Source.at("2023-03-07T09:00"));
    }

    @Test
    void countsAnAnswerToNothingWithoutLosingItsRecord() {
        scene.letter(1).from("H53").to("G01").answers(0).sent("2023-03-08T09:00");
        scene.letter(2).from("G01").to("H53").business(BusinessType.RECALL).sent("2023-03-08T10:00");
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(2);
    }
}
