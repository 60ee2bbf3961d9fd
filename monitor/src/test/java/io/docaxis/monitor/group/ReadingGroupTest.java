package io.docaxis.monitor.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.health.GroupPosition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingGroupTest {

    /** Commit (−1: none), start, last stable offset, high watermark; readable, lost; case. */
    @ParameterizedTest
    @CsvSource({
        "10,     0,     10,     10,             0,        0,    all read",
        "4,      0,     10,     10,             6,        0,    some read",
        "-1,     3,     10,     10,             7,        0,    never committed",
        "2,      5,     10,     10,             5,        3,    deleted before it was read",
        "2,      10,    10,     10,             0,        8,    all deleted",
        "4,      0,     6,      10,             2,        0,    a transaction is open",
        "6,      0,     6,      10,             0,        0,    a transaction is open at the commit",
        "8,      0,     6,      10,             0,        0,    read into an open transaction",
        "12,     0,     10,     10,             0,        0,    beyond the end",
        "0,      0,     0,      0,              0,        0,    empty",
    })
    void tellsWhatCanBeReadFromWhatIsLost(
            long commit, long start, long stable, long highWatermark, long readable, long lost, String what) {
        GroupPosition position = ReadingGroup.position(
                commit < 0 ? null : commit, new PartitionRange(start, stable, highWatermark), true);
        assertThat(position.readable()).as(what).isEqualTo(readable);
        assertThat(position.lost()).as(what).isEqualTo(lost);
    }

    @Test
    void addsUpWhatCanBeReadOnlyWhereAllIsKnown() {
        Optional<GroupPosition> five = Optional.of(new GroupPosition(OptionalLong.of(5), 0, 10, 12));
        Optional<GroupPosition> nothing = Optional.of(new GroupPosition(OptionalLong.of(10), 0, 10, 10));
        assertThat(ReadingGroup.readable(List.of(five, nothing, five))).hasValue(10);
        assertThat(ReadingGroup.readable(List.of(five, Optional.empty()))).isEmpty();
        assertThat(ReadingGroup.readable(List.of())).isEmpty();
    }
}
