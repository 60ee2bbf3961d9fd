package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.topic.TopicWatch.EventLog;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunObstaclesTest {

    /** Partition 0 has ended; of partition 1 the row tells. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // what                              start | end | read | ended | reason
                "all is there, nothing is read yet  |    0 | 100 |    - | false | -",
                "all is there, some is read         |    0 | 100 |   40 | false | -",
                "what was deleted had been read     |   40 | 100 |   40 | false | -",
                "more than what was deleted is read |   40 | 100 |   90 | false | -",
                "one was deleted unread             |   41 | 100 |   40 | false | of the 41 records before offset 41",
                "none of those deleted was read     |   40 | 100 |    - | false | which were deleted, 0 were read before",
                "everything was deleted unread      |  100 | 100 |    - | false | which were deleted, 0 were read before",
                "deleted unread, but it has ended   |   80 | 100 |   60 | true  | -",
                "it never held anything             |    0 |   0 |    - | false | it was added after the run began"
            })
    void saysWhatStandsInTheWay(String what, long start, long end, Long read, boolean ended, String reason) {
        SortedMap<Integer, PartHeader> headers = new TreeMap<>();
        headers.put(0, PartHeader.newBuilder().setRecords(7).setEnded(true).build());
        if (read != null) {
            headers.put(
                    1, PartHeader.newBuilder().setRecords(read).setEnded(ended).build());
        }

        var reasons = RunObstacles.reasons(new EventLog(offsets(0, start), offsets(7, end)), headers);

        if (reason == null) {
            assertThat(reasons).as(what).isEmpty();
        } else {
            assertThat(reasons)
                    .as(what)
                    .singleElement()
                    .asString()
                    .startsWith("partition 1: ")
                    .contains(reason);
        }
    }

    private static SortedMap<Integer, Long> offsets(long first, long second) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        offsets.put(0, first);
        offsets.put(1, second);
        return offsets;
    }
}
