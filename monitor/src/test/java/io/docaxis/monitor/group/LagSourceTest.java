package io.docaxis.monitor.group;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.monitor.cluster.UnansweredException;
import io.docaxis.monitor.health.GroupPosition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LagSourceTest {

    private static final Optional<GroupPosition> KNOWN = Optional.of(new GroupPosition(OptionalLong.of(5), 0, 7, 7));

    private final UnansweredException silence = new UnansweredException("first offset of t-0", null);

    @Test
    void failsWhereNobodyAnswersForAnyPartition() {
        assertThatThrownBy(() ->
                        LagSource.requireAny(List.of(Optional.empty(), Optional.empty()), List.of(silence, silence)))
                .isSameAs(silence);
    }

    @Test
    void toleratesThatSomeAreSilent() {
        assertThatCode(() -> LagSource.requireAny(List.of(KNOWN, Optional.empty()), List.of(silence)))
                .doesNotThrowAnyException();
        assertThatCode(() -> LagSource.requireAny(List.of(KNOWN), List.of())).doesNotThrowAnyException();
    }
}
