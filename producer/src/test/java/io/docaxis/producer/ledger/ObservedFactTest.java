package io.docaxis.producer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservedFactTest {

    @Test
    void hasABitOfASetForEachCode() {
        assertThat(Long.bitCount(ObservedFact.codes(0, 1, 31, 32, 63))).isEqualTo(5);
        assertThat(new ObservedFact(1, 1, 63).isOneOf(ObservedFact.codes(63))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, -1, 65, 64 + 13})
    void refusesACodeThatWouldStandForAnother(int code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObservedFact(1, 1, code))
                .withMessageContaining("want 0 to 63");
        assertThatIllegalArgumentException().isThrownBy(() -> ObservedFact.codes(13, code));
    }
}
