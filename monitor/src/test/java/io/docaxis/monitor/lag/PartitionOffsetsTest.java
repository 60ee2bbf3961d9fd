package io.docaxis.monitor.lag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionOffsetsTest {

    @ParameterizedTest(name = "{7}")
    @CsvSource(textBlock = """
            # commit, start, stable, high watermark | lost, readable, unstable
               0,   0,   0,   0,   0,   0,   0, an empty log
             100,   0, 100, 100,   0,   0,   0, all read
              90,   0, 100, 100,   0,  10,   0, ten to read
              90,  90, 100, 100,   0,  10,   0, what was read is deleted
               0,   0, 100, 100,   0, 100,   0, nothing committed
              40,  60, 100, 100,  20,  40,   0, deleted before it was read
              40, 100, 100, 100,  60,   0,   0, all that was left is deleted
              90,   0,  95, 120,   0,   5,  25, a transaction is open further on
              95,   0,  95, 120,   0,   0,  25, a transaction is open at the commit
             110,   0,  95, 120,   0,   0,  10, committed by somebody who reads what is not
               5,  10,  20,  40,   5,  10,  20, all three at once
               5,  30,  20,  40,  25,   0,  20, deleted within an open transaction
             101,   0, 100, 100,   0,   0,   0, a log cut short
            """)
    void tellsLostReadableAndUnstableApart(
            long commit,
            long start,
            long stable,
            long highWatermark,
            long lost,
            long readable,
            long unstable,
            String what) {
        PartitionOffsets offsets = new PartitionOffsets(commit, start, stable, highWatermark);
        assertThat(offsets.lost()).as("lost").isEqualTo(lost);
        assertThat(offsets.readable()).as("readable").isEqualTo(readable);
        assertThat(offsets.unstable()).as("unstable").isEqualTo(unstable);
    }
}
