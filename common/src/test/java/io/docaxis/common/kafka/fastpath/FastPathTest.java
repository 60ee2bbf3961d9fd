package io.docaxis.common.kafka.fastpath;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FastPathTest {

    private final FastPath path = new FastPath(FastPath.Side.CONSUMER, FastClients.AUTO);

    @Test
    void isUsedOnceAClientHasTakenIt() {
        assertThat(path.isOpen()).isTrue();
        assertThat(path.isKnownToBeUsed()).isEmpty();
        path.used();
        assertThat(path.isKnownToBeUsed()).contains(true);
        assertThat(path.off()).isEmpty();
    }

    @Test
    void staysClosedForTheFirstReason() {
        path.used();
        path.close(FastPath.Why.FAILED, new NoSuchMethodError("'int Some.thing()'"));
        path.close(FastPath.Why.INTERCEPTED, "");
        path.used();
        assertThat(path.isOpen()).isFalse();
        assertThat(path.isKnownToBeUsed()).contains(false);
        assertThat(path.off()).hasToString("Optional[it failed: 'int Some.thing()']");
    }

    @Test
    void isClosedFromTheStartWhereTheUserWantsKafkasClients() {
        FastPath closed = new FastPath(FastPath.Side.PRODUCER, FastClients.OFF);
        closed.used();
        assertThat(closed.isKnownToBeUsed()).contains(false);
        assertThat(closed.isChosenOff()).isTrue();
        assertThat(closed.off()).hasToString("Optional[switched off]");
        assertThat(path.isChosenOff()).isFalse();
    }
}
