package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.proto.DutyRevisions;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.consumer.state.FirstCount;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What headers say of duties that are something else than they were first counted as. */
class DutyRevisionsTest {

    /** To acknowledge by 17:00 on 7 March. */
    private final Scene scene = new Scene();

    @Test
    void whatIsConfirmedOverdueStaysCountedAsThat() {
        scene.plain().tick("2023-03-07T18:01").commit().status(0, "H53", 3, "2023-03-07T18:00");
        assertThat(acknowledge()).isEqualTo("on time +0, late -1, overdue +1; 1 revisions");
    }

    @Test
    void whatIsProvisionalWasNotCountedYet() {
        scene.plain().tick("2023-03-07T18:00").commit().status(0, "H53", 3, "2023-03-07T18:00");
        assertThat(acknowledge()).isEqualTo("on time +0, late +0, overdue +0; 0 revisions");
    }

    /** Whatever it becomes, one after the other. */
    @Test
    void aDutyIsCountedOnce() {
        scene.plain().tick("2023-03-07T18:01").commit();
        scene.status(0, "H53", 3, "2023-03-08T18:00").commit();
        scene.status(0, "H53", 5, "2023-03-08T17:00");
        assertThat(acknowledge()).isEqualTo("on time +0, late -1, overdue +1; 2 revisions");
        scene.status(0, "H53", 5, "2023-03-07T17:00");
        assertThat(acknowledge()).isEqualTo("on time -1, late +0, overdue +1; 3 revisions");
    }

    @Test
    void whatWasLateFirstStaysCountedAsLate() {
        scene.plain().status(0, "H53", 3, "2023-03-07T18:00").commit();
        scene.status(0, "H53", 5, "2023-03-07T16:00");
        assertThat(acknowledge()).isEqualTo("on time -1, late +1, overdue +0; 1 revisions");
    }

    /** Nothing is announced of that. */
    @Test
    void whatWasOnTimeAndIsVoidedAfterAllStaysCountedAsOnTime() {
        scene.plain().status(0, "H53", 3, "2023-03-07T16:00").commit();
        scene.status(0, "H53", "G01", 13, "2023-03-07T14:00").status(0, "H53", 15, "2023-03-07T15:00");
        assertThat(acknowledge()).isEqualTo("on time +1, late +0, overdue +0; 1 revisions");
        assertThat(scene.partition.announced).isEmpty();
    }

    /** A late refusal closes the duty late, until it turns out that the receiver had accepted before. */
    @Test
    void whatWasLateAndIsOverdueAfterAllIsMarkedAsCounted() {
        scene.question().status(0, "H53", 2, "2023-03-20T10:00").tick("2023-03-20T11:00");
        assertThat(respond()).isEqualTo("on time +0, late +0, overdue +0; 0 revisions");
        scene.status(0, "H53", 3, "2023-03-20T09:00");
        assertThat(respond()).as("acknowledged earlier, too").isEqualTo("on time +0, late +1, overdue +0; 2 revisions");
        Lateness said = scene.partition.lateness.get("77/0/H53/respond");
        assertThat(said.getKind()).isEqualTo(Lateness.Kind.OVERDUE);
        assertThat(said.getCounted()).isTrue();
        scene.status(0, "H53", 6, "2023-03-20T12:00");
        assertThat(respond()).isEqualTo("on time +0, late +0, overdue +0; 3 revisions");
        assertThat(scene.partition.lateness.get("77/0/H53/respond").getCounted())
                .isFalse();
    }

    @Test
    void statusesWaitUntilTheirDocumentComesOrTheRunEnds() {
        scene.status(0, "H53", 3, "2023-03-07T16:00").status(1, "H53", 3, "2023-03-07T16:00");
        assertThat(header().getWaiting()).isEqualTo(2);
        scene.plain();
        assertThat(header().getWaiting()).isOne();
        assertThat(scene.partition.counted() + 1).isEqualTo(header().getRecords());
        scene.end();
        assertThat(header().getWaiting()).isZero();
    }

    /** By which a duty is known. */
    private record Name(long thread, int document, int receiver, Obligation obligation) {}

    /** All that a reader would have to remember without the header. */
    private static final class Remembered {
        final Map<Name, ObligationId> last = new HashMap<>();
        final Map<Name, FirstCount> first = new HashMap<>();

        void look(Partition partition) {
            long watermark = partition.exchange.progress().furthestWatermark();
            Map<Name, ObligationId> now =
                    partition.obligations().stream().collect(Collectors.toMap(this::name, d -> d));
            last.forEach((name, before) -> {
                if (!before.equals(now.get(name))) {
                    count(name, before, watermark);
                }
            });
            last.clear();
            last.putAll(now);
        }

        void count(Name name, ObligationId duty, long watermark) {
            FirstCount counted =
                    FirstCount.of(duty.outcome(), duty.deadline(), watermark, RestoreTest.FORGETFUL.horizonS());
            if (counted != FirstCount.NONE) {
                first.putIfAbsent(name, counted);
            }
        }

        private Name name(ObligationId duty) {
            return new Name(duty.thread(), duty.document(), duty.receiver(), duty.obligation());
        }
    }

    @Test
    void readersNeedNotRememberDuties() {
        long[] revisions = new long[FirstCount.values().length];
        for (int seed = 0; seed < 20; seed++) {
            var deliveries = RandomStream.disturbed(RandomStream.world(seed, 30, 12), seed, 4 * RandomStream.DAY_S, 10);
            List<byte[]> log = RandomStream.partitions(deliveries, RestoreTest.FORGETFUL, 1, 1, seed)
                    .get(0);
            Partition partition = new Partition();
            Remembered remembered = new Remembered();
            for (int i = 0; i < log.size(); i++) {
                partition.apply(log.get(i));
                remembered.look(partition);
                if (i % 10 == 0 || i == log.size() - 1) {
                    assertThat(byHeader(partition)).as("seed " + seed).isEqualTo(byMemory(partition, remembered));
                }
            }
            DutyRevisions said = partition.exchange.progress().header(1).getRevisions();
            for (int i = 0; i < said.getLateCount(); i++) {
                revisions[FirstCount.ON_TIME.ordinal()] += Math.abs(said.getOnTime(i));
                revisions[FirstCount.LATE.ordinal()] += Math.abs(said.getLate(i));
                revisions[FirstCount.OVERDUE.ordinal()] += said.getOverdue(i);
            }
        }
        for (FirstCount first : Set.of(FirstCount.ON_TIME, FirstCount.LATE, FirstCount.OVERDUE)) {
            assertThat(revisions[first.ordinal()]).as(first.name()).isPositive();
        }
    }

    private static Map<String, Long> byMemory(Partition partition, Remembered remembered) {
        long watermark = partition.exchange.progress().furthestWatermark();
        Map<Name, FirstCount> counted = new HashMap<>(remembered.first);
        remembered.last.forEach((name, duty) -> counted.putIfAbsent(
                name, FirstCount.of(duty.outcome(), duty.deadline(), watermark, RestoreTest.FORGETFUL.horizonS())));
        Map<String, Long> sums = new TreeMap<>();
        counted.forEach((name, first) -> {
            if (first != FirstCount.NONE) {
                sums.merge(name.obligation() + " " + first, 1L, Long::sum);
            }
        });
        return sums;
    }

    /** As a monitor does: from cells, header and what is overdue. */
    private static Map<String, Long> byHeader(Partition partition) {
        long watermark = partition.exchange.progress().furthestWatermark();
        DutyRevisions said = partition.exchange.progress().header(1).getRevisions();
        Map<String, Long> sums = new TreeMap<>();
        for (Obligation obligation : Obligation.values()) {
            Map<FirstCount, Long> counts = new EnumMap<>(FirstCount.class);
            counts.put(FirstCount.ON_TIME, said.getOnTime(obligation.ordinal()));
            counts.put(FirstCount.LATE, said.getLate(obligation.ordinal()));
            counts.put(FirstCount.OVERDUE, said.getOverdue(obligation.ordinal()));
            for (ObligationId duty : partition.obligations()) {
                if (duty.obligation() == obligation && duty.outcome() != Outcome.OVERDUE) {
                    counts.merge(FirstCount.of(duty.outcome(), 0, 0, 0), 1L, Long::sum);
                }
            }
            for (Lateness duty : partition.lateness.values()) {
                boolean is = duty.getObligation().equals(obligation.name().toLowerCase(Locale.ROOT));
                if (is && duty.getKind() == Lateness.Kind.OVERDUE && !duty.getCounted()) {
                    counts.merge(
                            FirstCount.of(
                                    Outcome.OVERDUE, duty.getDeadline(), watermark, RestoreTest.FORGETFUL.horizonS()),
                            1L,
                            Long::sum);
                }
            }
            counts.forEach((first, count) -> {
                if (first != FirstCount.NONE && count != 0) {
                    sums.put(obligation + " " + first, count);
                }
            });
        }
        return sums;
    }

    private PartHeader header() {
        scene.commit();
        return scene.partition.exchange.progress().header(1);
    }

    private String acknowledge() {
        return revisions(Obligation.ACKNOWLEDGE);
    }

    private String respond() {
        return revisions(Obligation.RESPOND);
    }

    /** As far as one obligation is concerned; revisions of all. */
    private String revisions(Obligation of) {
        DutyRevisions said = header().getRevisions();
        int i = of.ordinal();
        return String.format(
                "on time %+d, late %+d, overdue %+d; %d revisions",
                said.getOnTime(i), said.getLate(i), said.getOverdue(i), said.getRevisions());
    }
}
