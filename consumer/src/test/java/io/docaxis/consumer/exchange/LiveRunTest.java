package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Counter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the wall clock announces in a live run, and what it leaves to the watermark. The wall clock is simulated time here. */
class LiveRunTest {

    private static final Live REAL_TIME = Live.newBuilder().setSpeed(1_000).build();

    private final Scene scene = new Scene(run -> run.setLive(REAL_TIME));

    private static List<String> said(Scene scene) {
        scene.commit();
        return scene.partition.announced.stream()
                .map(l -> l.getRevision() + " " + l.getKind() + " " + l.getObligation() + " " + l.getLateByS() / 60)
                .toList();
    }

    private static long until(Partition partition) {
        return partition.exchange.progress().until();
    }

    @Test
    void announcesInSilenceWhatIsDue() {
        scene.plain().readThrough("2023-03-07T17:00");
        assertThat(said(scene)).isEmpty();
        scene.readThrough("2023-03-07T17:01");
        assertThat(said(scene)).containsExactly("1 OVERDUE acknowledge 0");
        Lateness said = scene.partition.announced.get(0);
        assertThat(said.getAnnouncedUntil()).isEqualTo(Source.at("2023-03-07T17:01"));
        assertThat(said.getWatermark()).isEqualTo(Source.at("2023-03-07T09:00"));
        assertThat(scene.partition.exchange.progress().header(1).getAnnouncedUntil())
                .isEqualTo(Source.at("2023-03-07T17:01"));
        assertThat(scene.readThrough("2023-03-08T17:01")).isNotNull();
        assertThat(said(scene)).hasSize(1);
    }

    @Test
    void leavesTheAllowanceToRecordsOnTheirWay() {
        Scene slow = new Scene(run -> run.setLive(REAL_TIME.toBuilder().setAllowanceS(300)));
        slow.plain().readThrough("2023-03-07T17:05");
        assertThat(said(slow)).isEmpty();
        slow.readThrough("2023-03-07T17:06");
        assertThat(said(slow)).containsExactly("1 OVERDUE acknowledge 0");
    }

    @Test
    void countsSimulatedTimeByTheSpeed() {
        Live tenfold = Live.newBuilder()
                .setWallMs(1_000 * Source.at("2026-01-01T00:00"))
                .setSimulatedS(Source.at("2023-03-07T16:50"))
                .setSpeed(10_000)
                .build();
        Scene fast = new Scene(run -> run.setLive(tenfold));
        fast.plain().readThrough("2026-01-01T00:01");
        assertThat(until(fast.partition)).isEqualTo(Source.at("2023-03-07T17:00"));
        fast.readThrough("2026-01-01T00:02");
        assertThat(until(fast.partition)).isEqualTo(Source.at("2023-03-07T17:10"));
        assertThat(said(fast)).containsExactly("1 OVERDUE acknowledge 0");
    }

    @Test
    void takesBackWhatComesLate() {
        scene.plain().readThrough("2023-03-07T18:00").commit();
        scene.deliveredAt("2023-03-07T18:30").status(0, "H53", 3, "2023-03-07T16:00");
        assertThat(said(scene)).containsExactly("1 OVERDUE acknowledge 0", "2 WITHDRAWN acknowledge 0");
        assertThat(scene.acknowledge(0, "H53")).startsWith("on_time");
    }

    @Test
    void correctsWhatIsFulfilledLate() {
        scene.plain().readThrough("2023-03-07T18:00").commit();
        scene.deliveredAt("2023-03-07T18:30").status(0, "H53", 3, "2023-03-07T17:30");
        assertThat(said(scene)).containsExactly("1 OVERDUE acknowledge 0", "2 FULFILLED_LATE acknowledge 30");
    }

    @Test
    void judgesADocumentThatComesAfterItsDeadlineAtOnce() {
        scene.readThrough("2023-03-07T18:00").plain();
        assertThat(said(scene)).containsExactly("1 OVERDUE acknowledge 0");
    }

    @Test
    void neverGoesBack() {
        scene.plain().readThrough("2023-03-07T18:00").readThrough("2023-03-07T12:00");
        scene.tick("2023-03-07T10:00");
        assertThat(until(scene.partition)).isEqualTo(Source.at("2023-03-07T18:00"));
        scene.tick("2023-03-07T19:00");
        assertThat(until(scene.partition)).isEqualTo(Source.at("2023-03-07T19:00"));
    }

    @Test
    void neverGoesBeyondTheEnd() {
        scene.plain().readThrough("2023-12-24T18:00");
        assertThat(until(scene.partition)).isEqualTo(Source.ENDS_AT);
    }

    @Test
    void leavesForgettingTooLateAndUnmatchedToTheWatermark() {
        scene.plain().status(0, "H53", 3, "2023-03-07T10:00");
        scene.status(1, "H53", 3, "2023-03-07T10:00");
        scene.readThrough("2023-06-01T09:00").commit();
        assertThat(scene.partition.state.threads()).isEqualTo(1);
        assertThat(scene.count(Counter.UNMATCHED)).isZero();
        scene.status(0, "H53", 5, "2023-03-07T11:00");
        assertThat(scene.count(Counter.APPLIED)).isEqualTo(3);
        scene.tick("2023-03-30T09:00");
        assertThat(scene.partition.state.threads()).isZero();
        assertThat(scene.count(Counter.UNMATCHED)).isEqualTo(1);
    }

    /** Every look at a thread that only the watermark can forget waits for the watermark, however often time passes. */
    @Test
    void forgetsWhenTheWatermarkComesThere() {
        scene.question().status(0, "H53", 3, "2023-03-07T10:00");
        for (int day = 10; day < 31; day++) {
            scene.readThrough("2023-03-" + day + "T09:00").commit();
            scene.tick("2023-03-07T10:" + day);
        }
        assertThat(said(scene)).containsExactly("1 OVERDUE respond 0");
        assertThat(scene.partition.state.threads()).isEqualTo(1);
        scene.tick("2023-10-20T09:00");
        assertThat(scene.partition.state.threads()).isZero();
    }

    @Test
    void aRestartTakesNothingBack() {
        scene.plain().readThrough("2023-03-07T18:00");
        RestoreTest.Store store = new RestoreTest.Store();
        store.drain(scene.partition);
        scene.readThrough("2023-03-08T18:00");
        store.drain(scene.partition);
        store.restoreInto(scene.partition.state);
        assertThat(until(scene.partition)).isEqualTo(Source.at("2023-03-08T18:00"));
        scene.tick("2023-03-07T18:30").readThrough("2023-03-08T19:00");
        assertThat(said(scene)).containsExactly("1 OVERDUE acknowledge 0");
        scene.deliveredAt("2023-03-07T19:30").status(0, "H53", 3, "2023-03-07T16:00");
        assertThat(said(scene)).containsExactly("1 OVERDUE acknowledge 0", "2 WITHDRAWN acknowledge 0");
    }

    @Test
    void isStoredWhereNothingElseMoved() {
        scene.plain();
        RestoreTest.Store store = new RestoreTest.Store();
        store.drain(scene.partition);
        scene.readThrough("2023-03-07T12:00");
        store.drain(scene.partition);
        assertThat(store.written.keySet())
                .singleElement()
                .satisfies(key -> assertThat(key.get(0)).isEqualTo((byte) 'P'));
        store.drain(scene.partition);
        assertThat(store.written).isEmpty();
    }

    @Test
    void theLeastOfTheSourcesCounts() {
        Live behind = REAL_TIME.toBuilder().setAllowanceS(3_600).build();
        Partition partition = started(REAL_TIME, behind);
        partition.exchange.passLive(1_000 * Source.at("2023-03-07T18:00"));
        assertThat(until(partition)).isEqualTo(Source.at("2023-03-07T17:00"));
    }

    @Test
    void waitsUntilEverySourceHasStarted() {
        Partition partition = new Partition();
        partition.apply(new Source(0).started(run(2, REAL_TIME)));
        assertThat(partition.exchange.passLive(1_000 * Source.at("2023-03-07T18:00")))
                .isFalse();
        partition.apply(new Source(1).started(run(2, REAL_TIME)));
        assertThat(partition.exchange.passLive(1_000 * Source.at("2023-03-07T18:00")))
                .isTrue();
    }

    @Test
    void aRunOfWhichOneSourceIsNotLiveIsAnnouncedByTheWatermark() {
        Partition partition = started(REAL_TIME, null);
        assertThat(partition.exchange.passLive(1_000 * Source.at("2023-03-07T18:00")))
                .isFalse();
        assertThat(until(partition)).isEqualTo(Source.STARTS_AT);
    }

    @Test
    void theFirstStartMarkerOfASourceStands() {
        Partition partition = started(REAL_TIME, REAL_TIME);
        partition.apply(new Source(1).started(run(2, null)));
        assertThat(partition.exchange.passLive(1_000 * Source.at("2023-03-07T18:00")))
                .isTrue();
    }

    @Test
    void aFurtherStartMarkerThatAsksForWhatCannotBeIsStray() {
        Partition partition = new Partition();
        partition.apply(new Source(0).started(run(2, REAL_TIME)));
        partition.apply(new Source(1).started(run(2, Live.getDefaultInstance())));
        assertThat(partition.count(Counter.DEAD_LETTER_STRAY)).isEqualTo(1);
        assertThat(partition.exchange.progress().watermark()).isZero();
    }

    @Test
    void endsWhereTheEndMarkersSay() {
        scene.plain().tick("2023-03-07T12:00").end("2023-03-07T17:30");
        assertThat(said(scene)).containsExactly("1 OVERDUE acknowledge 0");
        assertThat(scene.partition.exchange.progress().watermark()).isEqualTo(Source.at("2023-03-07T17:30"));
        assertThat(scene.partition.exchange.progress().header(1).getEndsAt()).isEqualTo(Source.at("2023-03-07T17:30"));
    }

    @Test
    void takesBackWhatWasAnnouncedBeyondTheEnd() {
        scene.plain().readThrough("2023-03-07T18:00").commit().end("2023-03-07T16:00");
        assertThat(said(scene)).containsExactly("1 OVERDUE acknowledge 0", "2 WITHDRAWN acknowledge 0");
        assertThat(scene.acknowledge(0, "H53")).isEqualTo("open by 2023-03-07T17:00");
        assertThat(until(scene.partition)).isEqualTo(Source.at("2023-03-07T16:00"));
    }

    @Test
    void aDeadlineAtTheEndItselfIsOpen() {
        scene.plain().readThrough("2023-03-07T18:00").commit().end("2023-03-07T17:00");
        assertThat(scene.acknowledge(0, "H53")).isEqualTo("open by 2023-03-07T17:00");
    }

    @Test
    void anEndThatNobodyKnewComesWithTheEndMarkers() {
        Scene open = new Scene(run -> run.clearEndsAt());
        open.plain().tick("2023-03-07T18:00");
        assertThat(said(open)).containsExactly("1 OVERDUE acknowledge 0");
        assertThat(open.partition.exchange.progress().header(1).getEndsAt()).isZero();
        open.end("2023-03-07T17:30");
        assertThat(said(open)).containsExactly("1 OVERDUE acknowledge 0");
        assertThat(open.partition.exchange.progress().header(1).getEndsAt()).isEqualTo(Source.at("2023-03-07T17:30"));
    }

    @Test
    void oneOfTheMarkersHasToSayTheEnd() {
        Scene open = new Scene(run -> run.clearEndsAt());
        open.end();
        assertThat(open.count(Counter.DEAD_LETTER_STRAY)).isEqualTo(1);
        assertThat(open.partition.exchange.progress().ended()).isFalse();
    }

    @Test
    void anEndAfterThatOfTheStartMarkerIsStray() {
        scene.end("2023-11-02T00:00");
        assertThat(scene.count(Counter.DEAD_LETTER_STRAY)).isEqualTo(1);
        assertThat(scene.partition.exchange.progress().ended()).isFalse();
    }

    @Test
    void theEndThatASourceSaysFirstStands() {
        Partition partition = new Partition();
        Source one = new Source(0);
        Source other = new Source(1);
        partition.apply(one.started(run(2, REAL_TIME)));
        partition.apply(other.started(run(2, REAL_TIME)));
        long end = Source.at("2023-03-07T17:30");
        partition.apply(one.ended(end, end));
        assertThat(partition.exchange.progress().ended()).isFalse();
        partition.apply(other.ended(end, 0));
        partition.apply(other.ended(end, end + 1));
        assertThat(partition.count(Counter.DEAD_LETTER_STRAY)).isEqualTo(2);
        assertThat(partition.exchange.progress().ended()).isFalse();
        RestoreTest.Store store = new RestoreTest.Store();
        store.drain(partition);
        store.restoreInto(partition.state);
        partition.apply(other.ended(end, end));
        assertThat(partition.exchange.progress().ended()).isTrue();
        assertThat(partition.exchange.progress().watermark()).isEqualTo(end);
        assertThat(partition.exchange.passLive(1_000 * Source.ENDS_AT)).isFalse();
    }

    private static Partition started(Live one, Live otherOrNull) {
        Partition partition = new Partition();
        partition.apply(new Source(0).started(run(2, one)));
        partition.apply(new Source(1).started(run(2, otherOrNull)));
        return partition;
    }

    private static RunStarted run(int sources, Live liveOrNull) {
        RunStarted.Builder run = Source.run(Rules.DEFAULT, sources, AgencyCatalogue.level1()).toBuilder();
        return liveOrNull == null ? run.build() : run.setLive(liveOrNull).build();
    }
}
