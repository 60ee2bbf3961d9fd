package io.docaxis.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTopologyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final OneSource source = new OneSource();

    /** The driver commits after each record, and after time has passed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void publishesWithACommitAtMostOnceASecond(boolean paced) {
        try (DrivenTopology topology = new DrivenTopology(paced)) {
            topology.passWallClock(SECOND);
            assertThat(topology.publish()).isZero();
            topology.pipe(source.started());
            assertThat(topology.publish()).isPositive();
            topology.pipe(source.document(1));
            assertThat(topology.publish()).isZero();
            topology.passWallClock(SECOND);
            assertThat(topology.publish()).isPositive();
            topology.passWallClock(SECOND);
            assertThat(topology.publish()).isZero();
            assertThat(topology.published().sum(OneSource.RUN).count(Counter.APPLIED))
                    .isEqualTo(1);
            PartHeader header = topology.published().headers(OneSource.RUN).get(0);
            assertThat(header.getRecords()).isEqualTo(2);
            assertThat(header.getParts()).isEqualTo(1);
            assertThat(header.getEnded()).isFalse();
        }
    }

    /** Commits that are meant to be a second apart are not so to the millisecond; those of less than that skip some. */
    @Test
    void publishesAgainAfterNineTenthsOfASecond() {
        try (DrivenTopology topology = new DrivenTopology(true)) {
            topology.passWallClock(SECOND);
            topology.pipe(source.started());
            assertThat(topology.publish()).isPositive();
            topology.passWallClock(Duration.ofMillis(899));
            topology.pipe(source.document(1));
            assertThat(topology.publish()).isZero();
            topology.passWallClock(Duration.ofMillis(1));
            topology.pipe(source.document(2));
            assertThat(topology.publish()).isPositive();
        }
    }

    @Test
    void publishesSeldomAndSaysSoWhereThatIsWantedAndAtOnceWhenTheRunHasEnded() {
        try (DrivenTopology topology = new DrivenTopology(StreamSettings.MEASURED, AppliedTimes.NONE)) {
            Duration least = Duration.ofSeconds(27);
            topology.passWallClock(least);
            topology.pipe(source.started());
            assertThat(topology.published().headers(OneSource.RUN).get(0).getInTurns())
                    .isTrue();
            topology.passWallClock(least.minusMillis(1));
            topology.pipe(source.document(1));
            assertThat(topology.publish()).isZero();
            topology.pipe(source.ended());
            PartHeader last = topology.published().headers(OneSource.RUN).get(0);
            assertThat(last.getEnded()).isTrue();
            assertThat(last.getInTurns()).isFalse();
        }
        try (DrivenTopology topology = new DrivenTopology(StreamSettings.PACED, AppliedTimes.NONE)) {
            topology.passWallClock(SECOND);
            topology.pipe(source.started());
            assertThat(topology.published().headers(OneSource.RUN).get(0).getInTurns())
                    .isFalse();
        }
    }

    /** What is concluded for the one is concluded for the other. */
    @Test
    void publishesWhatItStores() {
        try (DrivenTopology topology = new DrivenTopology(false)) {
            topology.pipe(source.started());
            topology.passWallClock(SECOND);
            topology.passWallClock(SECOND);
            topology.changelog();
            topology.publish();
            topology.pipe(source.document(1));
            assertThat(topology.publish()).isPositive();
            assertThat(topology.changelog())
                    .extracting(entry -> (char) entry.key()[0])
                    .contains('C', 'S', 'T', 'P');
        }
    }

    @Test
    void publishesAtOnceWhenTheRunHasEnded() {
        try (DrivenTopology topology = new DrivenTopology(false)) {
            topology.pipe(source.started());
            topology.pipe(source.document(1));
            topology.pipe(source.ended());
            TallyReader published = topology.published();
            PartHeader header = published.headers(OneSource.RUN).get(0);
            assertThat(header.getEnded()).isTrue();
            assertThat(header.getWatermark()).isEqualTo(OneSource.ENDS_AT);
            assertThat(published.problems()).isEmpty();
        }
    }

    @Test
    void publishesWhatItKnowsAndNoLess() {
        try (DrivenTopology topology = new DrivenTopology(false)) {
            topology.pipe(source.started());
            for (int thread = 0; thread < 20; thread++) {
                topology.pipe(source.document(thread));
                topology.pipe(thread % 2 == 0 ? source.accepted(thread) : source.tick("2023-03-07T10:00"));
                topology.passWallClock(SECOND);
            }
            topology.pipe(source.ended());
            var published = topology.published().sum(OneSource.RUN);
            var known = topology.store().state().tally();
            assertThat(published.sorted()).hasSameSizeAs(known.sorted()).allSatisfy(cell -> {
                assertThat(cell.count()).isEqualTo(known.get(cell.key()).count());
                assertThat(cell.fingerprint()).isEqualTo(known.get(cell.key()).fingerprint());
            });
            assertThat(published.sketch().minus(known.sketch()).onlyHere()).isEmpty();
        }
    }

    /** Neither markers nor what cannot be read, nor what is of another run or was sent before. */
    @Test
    void tellsWhenItHasAppliedDocumentsAndStatuses() {
        HeardTimes heard = new HeardTimes();
        OneSource again = new OneSource();
        try (DrivenTopology topology = new DrivenTopology(true, heard)) {
            topology.pipe(source.started());
            assertThat(heard.lines()).containsExactly("polled 0");
            source.intend(1_000, 7);
            topology.pipe(source.document(1));
            source.intend(2_000, 999);
            topology.pipe(source.accepted(1));
            heard.clear();
            topology.pipe(new byte[] {1, 2, 3});
            topology.pipe(again.document(1));
            topology.pipe(source.tick("2023-03-07T11:00"));
            assertThat(heard.lines()).containsOnly("polled 0").hasSize(3);
        }
        assertThat(heard.lines()).hasSize(3);
    }

    @Test
    void tellsWhichRecordWasIntendedWhen() {
        HeardTimes heard = new HeardTimes();
        try (DrivenTopology topology = new DrivenTopology(false, heard)) {
            topology.pipe(source.started());
            source.intend(1_000, 7);
            topology.pipe(source.document(1));
            source.intend(2_000, 999);
            topology.pipe(source.accepted(1));
        }
        assertThat(heard.lines())
                .containsExactly(
                        "polled 0",
                        "polled 0",
                        "applied 0/1 of 1000 ms 7 us",
                        "polled 0",
                        "applied 0/2 of 2000 ms 999 us");
    }

    @Test
    void keepsUnreadableRecordsAsTheyCameWithTheReason() {
        byte[] garbage = {1, 2, 3};
        try (DrivenTopology topology = new DrivenTopology(false)) {
            topology.pipe(source.started());
            topology.pipe(garbage);
            List<TestRecord<byte[], byte[]>> kept = topology.deadLetters();
            assertThat(kept).hasSize(1);
            assertThat(kept.get(0).value()).isEqualTo(garbage);
            assertThat(kept.get(0).key()).isEqualTo(ThreadKey.bytes(0));
            assertThat(text(kept.get(0).headers(), "reason")).isEqualTo("malformed");
            assertThat(text(kept.get(0).headers(), "topic")).isEqualTo("test.events");
            assertThat(text(kept.get(0).headers(), "partition")).isEqualTo("0");
            assertThat(text(kept.get(0).headers(), "offset")).isEqualTo("1");
        }
    }

    @Test
    void cutsWhatIsTooLongToBeKeptWithTheReason() {
        byte[] garbage = new byte[1_000_000];
        try (DrivenTopology topology = new DrivenTopology(false)) {
            topology.pipe(source.started());
            topology.pipe(garbage);
            List<TestRecord<byte[], byte[]>> kept = topology.deadLetters();
            assertThat(kept).hasSize(1);
            assertThat(kept.get(0).value()).hasSize(32 << 10);
            assertThat(text(kept.get(0).headers(), "cut-from")).isEqualTo("1000000");
            assertThat(text(kept.get(0).headers(), "offset")).isEqualTo("1");
        }
    }

    @Test
    void keepsARecordWithoutAValueToo() {
        try (DrivenTopology topology = new DrivenTopology(false)) {
            topology.pipe(null);
            assertThat(topology.deadLetters()).hasSize(1);
        }
    }

    @Test
    void announcesWhatBecomesOverdue() throws Exception {
        try (DrivenTopology topology = new DrivenTopology(false)) {
            topology.pipe(source.started());
            topology.pipe(source.document(1));
            assertThat(topology.lateness()).isEmpty();
            topology.pipe(source.tick("2023-03-08T09:00"));
            List<TestRecord<byte[], byte[]>> announced = topology.lateness();
            assertThat(announced).hasSize(1);
            assertThat(new String(announced.get(0).key(), StandardCharsets.UTF_8))
                    .contains("acknowledge");
            Lateness lateness = Lateness.parseFrom(announced.get(0).value());
            assertThat(lateness.getKind()).isEqualTo(Lateness.Kind.OVERDUE);
            assertThat(lateness.getRun()).isEqualTo(OneSource.RUN);
        }
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
