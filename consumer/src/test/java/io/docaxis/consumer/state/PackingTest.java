package io.docaxis.consumer.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.EventLimits;
import io.docaxis.common.obligation.Obligation;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the state packs takes what fits, to the last value, and refuses the first that does not. */
class PackingTest {

    /** A part, the highest value that fits, and what is read back of it. */
    record Part(String name, long most, LongUnaryOperator readBack) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Part> parts() {
        return List.of(
                new Part("time of a fact", (1L << 39) - 1, v -> Fact.occurredAt(Fact.of(v, 0xFFFF, 0x7F))),
                new Part("ordinal of a fact", 0xFFFF, v -> Fact.ordinal(Fact.of((1L << 39) - 1, (int) v, 0x7F))),
                new Part("code of a fact", 0x7F, v -> Fact.code(Fact.of((1L << 39) - 1, 0xFFFF, (int) v))),
                new Part("number of a document", 0x3FF, v -> document((int) v, 0, 0, 0, 0).number),
                new Part("ordinal of a document", 0xFFFF, v -> document(0, (int) v, 0, 0, 0).ordinal),
                new Part("type of a document", 0x7F, v -> document(0, 0, (int) v, 0, 0).type),
                new Part("urgency of a document", 3, v -> document(0, 0, 0, (int) v, 0).urgency),
                new Part("business of a document", 3, v -> document(0, 0, 0, 0, (int) v).business));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void takesTheHighestValueAndRefusesTheNext(Part part) {
        assertThat(part.readBack.applyAsLong(part.most)).isEqualTo(part.most);
        for (long value : new long[] {part.most + 1, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> part.readBack.applyAsLong(value))
                    .withMessageContaining("want 0 to " + part.most);
        }
    }

    @Test
    void refusesAReceiverBelowZero() {
        DocumentState document = document(0, 0, 0, 0, 0);
        document.setReceiver(0, Integer.MAX_VALUE);
        assertThat(document.receiver(0)).isEqualTo(Integer.MAX_VALUE);
        assertThat(document.isUnconcluded(0)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> document.setReceiver(0, -1));
    }

    @Test
    void countsRevisionsOfEachObligationApartAndRefusesAnotherObligation() {
        DocumentState document = document(0, 0, 0, 0, 0);
        for (int revision = 1; revision < 2_000; revision++) {
            for (int obligation = 1; obligation < Obligation.values().length; obligation++) {
                assertThat(document.nextRevision(0, obligation)).isEqualTo(Math.min(revision, 1023));
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> document.nextRevision(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> document.nextRevision(0, 6));
    }

    @Test
    void keepsAsWhatEachObligationWasFirstCountedBesideItsRevisions() {
        DocumentState document = document(0, 0, 0, 0, 0);
        assertThat(document.hasRevisions()).isFalse();
        assertThat(document.firstCount(0, 1)).isEqualTo(FirstCount.NONE);
        document.setFirstCount(0, 1, FirstCount.ON_TIME);
        document.setFirstCount(0, 3, FirstCount.OVERDUE);
        for (int i = 0; i < 2_000; i++) {
            document.nextRevision(0, 1);
            document.nextRevision(0, 2);
        }
        assertThat(document.hasRevisions()).isTrue();
        assertThat(document.firstCount(0, 1)).isEqualTo(FirstCount.ON_TIME);
        assertThat(document.firstCount(0, 2)).isEqualTo(FirstCount.NONE);
        assertThat(document.firstCount(0, 3)).isEqualTo(FirstCount.OVERDUE);
        assertThat(document.nextRevision(0, 3)).isOne();
    }

    @Test
    void hasRoomForWhateverTheContractAllows() {
        long fact = Fact.of(EventLimits.MAX_TIME, EventLimits.MAX_ORDINAL, Fact.RECALL_BY_STRANGER);
        assertThat(fact).isPositive();
        assertThat(document(EventLimits.MAX_DOCUMENT, EventLimits.MAX_ORDINAL, 0, 0, 0).number)
                .isEqualTo((short) EventLimits.MAX_DOCUMENT);
    }

    private static DocumentState document(int number, int ordinal, int type, int urgency, int business) {
        DocumentSent content = new DocumentSent();
        content.document = number;
        content.ordinal = ordinal;
        content.type = type;
        content.urgency = urgency;
        content.business = business;
        DocumentState document = new DocumentState(7);
        document.open(content, 1, 1, 1, new RowPool());
        return document;
    }
}
