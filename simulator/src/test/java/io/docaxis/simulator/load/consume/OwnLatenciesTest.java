package io.docaxis.simulator.load.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OwnLatenciesTest {

    private final SinkLines sink = new SinkLines();
    private final List<String> polls = new ArrayList<>();
    private long nowNs = 10_000_000;
    private final OwnLatencies latencies = new OwnLatencies("it.events", () -> nowNs, sink, this::polled, 1_024);

    private void polled(int partition, long first, long last, long atNs) {
        polls.add(partition + ": " + first + " to " + last + " at " + atNs);
    }

    @Test
    void measuresFromTheIntendedInstantToTheCommit() {
        latencies.polled(0, 500);
        nowNs = 11_000_000;
        latencies.applied(0, 7, 3, 21);
        nowNs = 12_000_000;
        latencies.applied(0, 9, 4, 0);
        assertThat(sink.take()).containsExactly("I 3021000 C 9999500 P 11000000", "I 4000000 C 9999500 P 12000000");
        nowNs = 20_000_000;
        commit("it.events", 0, 9);
        assertThat(sink.take()).containsExactly("I 3021000 T 20000000");
        assertThat(latencies.pending()).isEqualTo(1);
        nowNs = 30_000_000;
        commit("it.events", 0, 10);
        assertThat(sink.take()).containsExactly("I 4000000 T 30000000");
        assertThat(latencies.applied()).isEqualTo(2);
        assertThat(latencies.pending()).isZero();
    }

    /** The transaction was aborted: the same comes again, and is committed once. */
    @Test
    void leavesOutWhatIsAppliedAgain() {
        latencies.polled(0, 0);
        latencies.applied(0, 1, 3, 0);
        latencies.applied(0, 2, 4, 0);
        sink.take();
        latencies.polled(0, 0);
        latencies.applied(0, 1, 3, 0);
        latencies.applied(0, 2, 4, 0);
        assertThat(sink.take()).isEmpty();
        latencies.applied(0, 3, 5, 0);
        commit("it.events", 0, 4);
        assertThat(sink.take())
                .containsExactly(
                        "I 5000000 C 10000000 P 10000000",
                        "I 3000000 T 10000000",
                        "I 4000000 T 10000000",
                        "I 5000000 T 10000000");
        assertThat(latencies.again()).isEqualTo(2);
        assertThat(latencies.applied()).isEqualTo(3);
    }

    @Test
    void tellsOfEachPollWithWhatWasNewInIt() {
        latencies.polled(0, 0);
        latencies.applied(0, 1, 3, 0);
        latencies.applied(0, 5, 4, 0);
        latencies.polled(1, 0);
        assertThat(polls).isEmpty();
        nowNs = 11_000_000;
        latencies.polled(0, 0);
        assertThat(polls).containsExactly("0: 1 to 5 at 10000000");
        latencies.applied(0, 5, 4, 0);
        latencies.applied(0, 6, 4, 0);
        commit("it.events", 0, 7);
        assertThat(polls).containsExactly("0: 1 to 5 at 10000000", "0: 6 to 6 at 11000000");
        latencies.polled(0, 0);
        assertThat(polls).hasSize(2);
    }

    @Test
    void countsPartitionsApartAndOtherTopicsNot() {
        latencies.polled(0, 0);
        latencies.applied(0, 1, 3, 0);
        latencies.polled(1, 0);
        latencies.applied(1, 1, 4, 0);
        sink.take();
        commit("it.tally", 0, 100);
        assertThat(sink.take()).isEmpty();
        commit("it.events", 1, 2);
        assertThat(sink.take()).containsExactly("I 4000000 T 10000000");
        assertThat(latencies.pending()).isEqualTo(1);
    }

    @Test
    void countsEventsThatSayNothingOfTheirTime() {
        latencies.polled(0, 0);
        latencies.applied(0, 1, 0, 0);
        commit("it.events", 0, 2);
        assertThat(sink.take()).isEmpty();
        assertThat(latencies.untimed()).isEqualTo(1);
        assertThat(latencies.applied()).isEqualTo(1);
    }

    @Test
    void forgetsTheOldestWhereTooManyWaitForACommit() {
        latencies.polled(0, 0);
        for (int offset = 0; offset < 1_030; offset++) {
            latencies.applied(0, offset, 3 + offset, 0);
        }
        sink.take();
        commit("it.events", 0, 2_000);
        assertThat(sink.take()).hasSize(1_024).first().isEqualTo("I 9000000 T 10000000");
        assertThat(latencies.forgotten()).isEqualTo(6);
    }

    private void commit(String topic, int partition, long position) {
        latencies.committed(Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(position)));
    }
}
