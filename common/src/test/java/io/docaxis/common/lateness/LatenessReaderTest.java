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

    private final List<LatenessRevision> said = new ArrayList<>();
    private final List<DutyName> emptied = new ArrayList<>();
    private final LatenessReader reader = new LatenessReader(new LatenessReader.Listener() {
        @Override
        public void said(long run, LatenessRevision revision) {
            assertThat(run).isEqualTo(RUN);
            said.add(revision);
        }

        @Override
        public void emptied(DutyName duty) {
            emptied.add(duty);
        }
    });
    private long offset;

    @Test
    void takesAllThatARecordSays() {
        read(KEY, OVERDUE);

        assertThat(said)
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
                        false,
                        "",
                        0));
        assertThat(said).allSatisfy(known -> {
            assertThat(known.documentNumber()).isEqualTo("G01.02.2023.T4711-0");
            assertThat(known.duty()).hasToString(KEY);
            assertThat(known.isOverdue()).isTrue();
        });
    }

    @Test
    void revisionsAreToldInTheOrderInWhichTheyAreRead() {
        read(KEY, OVERDUE.toBuilder().setCounted(true).build());
        read(KEY, LATE);
        reader.read(0, offset++, 0, bytes(KEY), null);

        assertThat(said).extracting(LatenessRevision::revision).containsExactly(1, 2);
        assertThat(said).extracting(LatenessRevision::counted).containsExactly(true, false);
        assertThat(said.get(1).lateByS()).isEqualTo(90);
        assertThat(said.get(1).isOverdue()).isFalse();
        assertThat(emptied).containsExactly(said.get(0).duty());
        assertThat(reader.records()).isEqualTo(3);
    }

    @Test
    void aDutyWithoutAReceiverHasAKeyToo() {
        read(
                "4711/0//send",
                OVERDUE.toBuilder().setReceiver("").setObligation("send").build());

        assertThat(reader.problems()).isEmpty();
        assertThat(said)
                .singleElement()
                .satisfies(known -> assertThat(known.duty().obligation()).isEqualTo(Obligation.SEND));
    }

    @Test
    void whatIsBadIsNamedWithItsPlaceAndChangesNothing() {
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
        assertThat(said).isEmpty();
        assertThat(emptied).isEmpty();
    }

    @Test
    void namesTenBadRecordsAndCountsAll() {
        for (int i = 0; i < 100; i++) {
            reader.read(0, i, 0, bytes(KEY), ByteString.copyFromUtf8("\u0001").toByteArray());
        }

        assertThat(reader.bad()).isEqualTo(100);
        assertThat(reader.problems()).hasSize(10);
    }

    private void read(String key, Lateness value) {
        reader.read(0, offset++, 0, bytes(key), value.toByteArray());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
