package io.docaxis.common.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.obligation.Obligation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatenessReaderTest {

    private static final long RUN = 7;
    private static final long OTHER_RUN = 8;
    private static final String KEY = "4711/0/H53/respond";
    private static final Lateness OVERDUE = Lateness.newBuilder()
            .setRun(RUN)
            .setRevision(1)
            .setKind(Lateness.Kind.OVERDUE)
            .setThread(4711)
            .setReceiver("H53")
            .setDebtor("H53")
            .setObligation("respond")
            .setOpenedAt(900)
            .setDeadline(1_000)
            .setWatermark(1_010)
            .setAnnouncedUntil(1_020)
            .setAsker("G01.02")
            .setType("CV")
            .setUrgency("normal")
            .setPartition(3)
            .setOffset(12)
            .setDocumentNumber("G01.02.2023.T4711-0")
            .build();
    private static final Lateness LATE = OVERDUE.toBuilder()
            .setRevision(2)
            .setKind(Lateness.Kind.FULFILLED_LATE)
            .setLateByS(90)
            .build();

    private final List<String> changes = new ArrayList<>();
    private final LatenessReader reader = new LatenessReader((run, before, now) -> changes.add(
            run + ": " + (before == null ? "-" : before.kind()) + " to " + (now == null ? "-" : now.kind())));
    private long offset;

    @Test
    void takesAllThatARecordSays() {
        read(KEY, OVERDUE);

        assertThat(reader.revisions(RUN))
                .containsExactly(new LatenessRevision(
                        new DutyName(4711, 0, "H53", Obligation.RESPOND),
                        1,
                        Lateness.Kind.OVERDUE,
                        "H53",
                        "G01.02",
                        "CV",
                        "normal",
                        900,
                        1_000,
                        0,
                        1_010,
                        1_020,
                        3,
                        12,
                        2023,
                        "",
                        0));
        assertThat(reader.revisions(RUN)).allSatisfy(known -> {
            assertThat(known.documentNumber()).isEqualTo("G01.02.2023.T4711-0");
            assertThat(known.duty()).hasToString(KEY);
            assertThat(known.isOverdue()).isTrue();
        });
    }

    @Test
    void theLastRevisionOfAKeyCountsAndTheListenerSeesWhatItReplaces() {
        read(KEY, OVERDUE);
        read(KEY, LATE);

        assertThat(reader.revisions(RUN)).singleElement().satisfies(known -> {
            assertThat(known.revision()).isEqualTo(2);
            assertThat(known.lateByS()).isEqualTo(90);
            assertThat(known.isOverdue()).isFalse();
        });
        assertThat(changes).containsExactly("7: - to OVERDUE", "7: OVERDUE to FULFILLED_LATE");
    }

    @Test
    void anEmptyValueTakesItsKeyAway() {
        read(KEY, OVERDUE);
        reader.read(0, offset++, 0, bytes(KEY), null);

        assertThat(reader.revisions(RUN)).isEmpty();
        assertThat(changes).containsExactly("7: - to OVERDUE", "7: OVERDUE to -");
    }

    @Test
    void theNewestRunIsThatOfTheNewestRecordWhateverPartitionIsReadFirst() {
        assertThat(reader.newestRun()).isEmpty();
        reader.read(1, 0, 2_000, bytes(KEY), value(OTHER_RUN));
        reader.read(0, 0, 1_000, bytes(KEY), value(RUN));

        assertThat(reader.newestRun()).hasValue(OTHER_RUN);
        assertThat(reader.revisions(OTHER_RUN)).hasSize(1);
        assertThat(reader.revisions(RUN)).hasSize(1);
        assertThat(reader.revisions(9)).isEmpty();
    }

    @Test
    void aDutyWithoutAReceiverHasAKeyToo() {
        read(
                "4711/0//send",
                OVERDUE.toBuilder().setReceiver("").setObligation("send").build());

        assertThat(reader.problems()).isEmpty();
        assertThat(reader.revisions(RUN))
                .singleElement()
                .satisfies(known -> assertThat(known.duty().obligation()).isEqualTo(Obligation.SEND));
    }

    @Test
    void whatIsBadIsNamedWithItsPlaceAndChangesNothing() {
        read(KEY, OVERDUE);
        changes.clear();
        reader.read(2, 40, 0, null, LATE.toByteArray());
        reader.read(2, 41, 0, bytes("4711/0/H53"), LATE.toByteArray());
        reader.read(2, 42, 0, bytes("4711/0/H53/sing"), LATE.toByteArray());
        reader.read(2, 43, 0, bytes(KEY), new byte[] {-1});
        reader.read(2, 44, 0, bytes("4712/0/H53/respond"), LATE.toByteArray());
        reader.read(
                2, 45, 0, bytes(KEY), LATE.toBuilder().setKindValue(9).build().toByteArray());
        reader.read(
                2,
                46,
                0,
                bytes(KEY),
                LATE.toBuilder().setDocumentNumber("4").build().toByteArray());

        assertThat(reader.bad()).isEqualTo(7);
        assertThat(reader.problems())
                .hasSize(7)
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("partition 2, offset 42: key '4711/0/H53/sing': want"
                                + " thread/document/receiver/obligation, as in 4711/0/H53/respond"))
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("partition 2, offset 44: key '4712/0/H53/respond' has a value of thread '4711'"))
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("partition 2, offset 45: key '" + KEY + "' has a value of kind '9'"));
        assertThat(changes).isEmpty();
        assertThat(reader.revisions(RUN))
                .singleElement()
                .satisfies(known -> assertThat(known.isOverdue()).isTrue());
    }

    @Test
    void namesTenBadRecordsAndCountsAll() {
        for (int i = 0; i < 100; i++) {
            reader.read(0, i, 0, bytes(KEY), ByteString.copyFromUtf8("\u0001").toByteArray());
        }

        assertThat(reader.bad()).isEqualTo(100);
        assertThat(reader.problems()).hasSize(10);
        assertThat(reader.newestRun()).isEmpty();
    }

    private void read(String key, Lateness value) {
        reader.read(0, offset++, 0, bytes(key), value.toByteArray());
    }

    private static byte[] value(long run) {
        return OVERDUE.toBuilder().setRun(run).build().toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
