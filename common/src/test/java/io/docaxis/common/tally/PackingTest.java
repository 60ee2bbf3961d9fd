package io.docaxis.common.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.EventLimits;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.hash.BitField;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is packed into a number takes what fits, to the last value, and refuses the first that does not. */
class PackingTest {

    /**
     * A part of something packed.
     *
     * @param most the highest value that fits
     * @param packed of the part alone, all others being 0
     */
    record Part(String name, long most, LongUnaryOperator packed) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The last of its kind; the next would be of a kind of case that there is not. */
    private static final long THREAD = (1L << 34) - 1;

    static List<Part> parts() {
        return List.of(
                new Part("rollup of a cell", 15, v -> CellKey.pack((int) v, 0, 0, 0, 0, 0)),
                new Part("kind of case of a cell", 3, v -> CellKey.pack(0, (int) v, 0, 0, 0, 0)),
                new Part("obligation of a cell", 31, v -> CellKey.pack(0, 0, (int) v, 0, 0, 0)),
                new Part("outcome of a cell", 15, v -> CellKey.pack(0, 0, 0, (int) v, 0, 0)),
                new Part("x of a cell", (1 << 24) - 1, v -> CellKey.pack(0, 0, 0, 0, v, 0)),
                new Part("y of a cell", (1 << 24) - 1, v -> CellKey.pack(0, 0, 0, 0, 0, v)),
                new Part("month of a cell", (1 << 21) - 1, v -> CellKey.monthAndTier((int) v, 0)),
                new Part("tier of a cell", 7, v -> CellKey.monthAndTier(0, (int) v)),
                new Part("thread of an obligation", THREAD, v -> ObligationId.a(v, 0, 0)),
                new Part("document of an obligation", 1023, v -> ObligationId.a(0, (int) v, 0)),
                new Part("receiver of an obligation", (1 << 18) - 1, v -> ObligationId.a(0, 0, (int) v)),
                new Part("kind of an obligation", 31, v -> ObligationId.b((int) v, 0, 0)),
                new Part("outcome of an obligation", 15, v -> ObligationId.b(0, (int) v, 0)),
                new Part("lateness of an obligation", (1L << 55) - 1, v -> ObligationId.b(0, 0, v)),
                new Part("debtor of an obligation", (1 << 18) - 1, v -> ObligationId.c((int) v, 0)),
                new Part("deadline of an obligation", (1L << 46) - 1, v -> ObligationId.c(0, v)),
                new Part("thread of an event", THREAD, v -> TraceId.event(v, 0)),
                new Part("ordinal of an event", 0xFFFF, v -> TraceId.event(0, (int) v)),
                new Part("thread of a dispatch", THREAD, v -> TraceId.dispatch(v, 0, 0)),
                new Part("document of a dispatch", 1023, v -> TraceId.dispatch(0, (int) v, 0)),
                new Part("receiver of a dispatch", (1 << 18) - 1, v -> TraceId.dispatch(0, 0, (int) v)),
                new Part("thread of a record's key", THREAD, v -> ThreadKey.thread(ThreadKey.bytes(v))));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void takesTheHighestValue(Part part) {
        assertThat(part.packed.applyAsLong(0)).isZero();
        assertThat(Long.bitCount(part.packed.applyAsLong(part.most)))
                .as("one bit each, none lost")
                .isEqualTo(Long.bitCount(part.most));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void refusesTheFirstValueOutOfRange(Part part) {
        for (long value : new long[] {part.most + 1, -1, Integer.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> part.packed.applyAsLong(value))
                    .withMessageContaining("want 0 to " + part.most);
        }
    }

    /** Each can be as high as it may beside all others. */
    @Test
    void partsDoNotTouch() {
        long cell = CellKey.pack(
                Rollup.COUNTERS.ordinal(),
                3,
                Obligation.ANSWER_RECALL.ordinal(),
                Outcome.VOIDED.ordinal(),
                0xFFFFFF,
                0xFFFFFF);
        assertThat(cell).isPositive();
        assertThat(CellKey.rollup(cell)).isEqualTo(Rollup.COUNTERS);
        assertThat(CellKey.obligation(cell)).isEqualTo(Obligation.ANSWER_RECALL);
        assertThat(CellKey.outcome(cell)).isEqualTo(Outcome.VOIDED);
        assertThat(CellKey.x(cell)).isEqualTo(0xFFFFFF);
        assertThat(CellKey.y(cell)).isEqualTo(0xFFFFFF);
        assertThat(ObligationId.of(
                        ObligationId.a(THREAD, EventLimits.MAX_DOCUMENT, ObligationId.NO_RECEIVER),
                        ObligationId.b(3, Outcome.LATE.ordinal(), (1L << 55) - 1),
                        ObligationId.c(0x3FFFF, EventLimits.MAX_TIME)))
                .isEqualTo(new ObligationId(
                        THREAD,
                        EventLimits.MAX_DOCUMENT,
                        ObligationId.NO_RECEIVER,
                        Obligation.ANSWER_RECALL,
                        Outcome.LATE,
                        0x3FFFF,
                        EventLimits.MAX_TIME,
                        (1L << 55) - 1));
    }

    @ParameterizedTest
    @EnumSource
    void readsNoCellThatThereIsNot(Rollup rollup) {
        long known = CellKey.of(rollup, Obligation.RESPOND, Outcome.LATE, 3, 2);
        assertThat(problems(known)).isEmpty();
        assertThat(problems(known | 1L << 57)).singleElement().asString().contains("a cell that there is not");
        assertThat(problems(known | 1L << 58)).as("a kind of case to come").hasSize(1);
        assertThat(problems(known | 1L << 63)).hasSize(1);
        assertThat(problems(CellKey.pack(Rollup.values().length, 0, 0, 0, 3, 2)))
                .hasSize(1);
        assertThat(problems(CellKey.pack(rollup.ordinal(), 0, 0, Outcome.NONE.ordinal(), 1_000, 7)))
                .hasSize(1);
    }

    private static List<String> problems(long cell) {
        TallyReader reader = new TallyReader();
        reader.read(TallyCodec.cellKey(1, 0, cell), new byte[] {});
        return reader.problems();
    }

    /** What an event may say has room in everything that it is packed into. */
    @Test
    void hasRoomForWhateverTheContractAllows() {
        assertThat(TraceId.event(THREAD, EventLimits.MAX_ORDINAL)).isPositive();
        assertThat(ThreadKey.thread(ThreadKey.bytes(THREAD))).isEqualTo(THREAD);
    }

    /** Of obligations and outcomes that version 1 of the contract has, the words are as they were then; all others differ from them. */
    @Test
    void wordsOfOlderObligationsAreAsTheyWere() {
        Set<Long> words = new HashSet<>();
        for (int obligation = 0; obligation < 32; obligation++) {
            for (int outcome = 0; outcome < 16; outcome++) {
                for (long latenessS : new long[] {0, 1, 59, EventLimits.MAX_TIME}) {
                    long word = ObligationId.b(obligation, outcome, latenessS);
                    if (obligation < 4 && outcome < 8) {
                        assertThat(word).isEqualTo(latenessS << 5 | outcome << 2 | obligation);
                    }
                    assertThat(words.add(word)).isTrue();
                }
            }
        }
        // with what it says of the other two words, all that a fingerprint is made of
        assertThat(ObligationId.a(5, 3, 2)).isEqualTo(5L << 28 | 3 << 18 | 2);
        assertThat(ObligationId.c(7, 1_678_183_200L)).isEqualTo(1_678_183_200L << 18 | 7);
        assertThat(Sketch.hash(1, 2, 3)).isEqualTo(Hash.mix(Hash.mix(1, 2) ^ 3));
    }

    private enum Five {
        A,
        B,
        C,
        D,
        E
    }

    @Test
    void refusesAnEnumThatHasTooMany() {
        assertThat(BitField.of(Obligation.values(), 51, 2).max()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BitField.of(Five.values(), 51, 2))
                .withMessage("Five 4: want 0 to 3, 2 bits");
    }

    @Test
    void refusesPartsThatAreNotInALong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BitField("part", 60, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BitField("part", -1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BitField("part", 0, 64));
    }

    @Test
    void givesBackWhatWasPut() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            BitField low = BitField.lowest("low", 1 + random.nextInt(30));
            BitField high = low.above("high", 1 + random.nextInt(33));
            long one = random.nextLong(low.max() + 1);
            long other = random.nextLong(high.max() + 1);
            long packed = low.put(one) | high.put(other);
            assertThat(low.get(packed)).isEqualTo(one);
            assertThat(high.get(packed)).isEqualTo(other);
        }
    }

    @Test
    void refusesNumbersOfRecordsBelowZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordNumber(1, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordNumber(1, 0, -1));
        byte[] header = new RecordNumber(1, 2, 3).toBytes();
        assertThat(RecordNumber.read(header)).isEqualTo(new RecordNumber(1, 2, 3));
        header[12] = -1;
        assertThat(RecordNumber.read(header)).isNull();
    }

    /** An obligation with a part that does not fit is not booked by half. */
    @Test
    void booksNothingOfWhatDoesNotFit() {
        for (Booking wrong : List.<Booking>of(
                tally -> conclude(tally, THREAD + 1, 0, 40, 19_000, 0, 0, 0),
                tally -> conclude(tally, 0, EventLimits.MAX_DOCUMENT + 1, 40, 19_000, 0, 0, 0),
                tally -> conclude(tally, 0, 0, 1 << 18, 19_000, 0, 0, 0),
                tally -> conclude(tally, 0, 0, 40, -1, 0, 0, 0),
                tally -> conclude(tally, 0, 0, 40, 19_000, 1L << 46, 0, 0),
                tally -> conclude(tally, 0, 0, 40, 19_000, 0, -1, 0),
                tally -> conclude(tally, 0, 0, 40, 19_000, 0, 0, 1 << 24))) {
            Tally tally = new Tally();
            assertThatIllegalArgumentException().isThrownBy(() -> wrong.into(tally));
            assertThat(tally.sorted()).isEmpty();
            assertThat(tally.sketch().minus(new Sketch()).onlyHere()).isEmpty();
        }
    }

    private interface Booking {
        void into(Tally tally);
    }

    private static void conclude(
            Tally tally,
            long thread,
            int document,
            int receiver,
            long openedOn,
            long deadline,
            long latenessS,
            int type) {
        Conclusion conclusion = new Conclusion()
                .about(thread, document, 7, type, 0)
                .obligation(Obligation.RESPOND, receiver, openedOn)
                .outcome(Outcome.LATE, deadline, latenessS);
        tally.conclude(1, AgencyCatalogue.level1(), conclusion);
    }
}
