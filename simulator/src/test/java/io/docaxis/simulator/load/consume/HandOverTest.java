package io.docaxis.simulator.load.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandOverTest {

    private final SinkLines sink = new SinkLines();
    private final HandOver handOver = new HandOver(sink);

    @Test
    void joinsWhicheverComesFirst() {
        handOver.sent(0, 10, 5, 1, 100);
        handOver.polled(0, 10, 14, 150);
        assertThat(sink.take()).containsExactly("I 1 R 100 C 150 x 5");
        handOver.polled(0, 15, 16, 160);
        assertThat(sink.take()).isEmpty();
        handOver.sent(0, 15, 2, 2, 110);
        assertThat(sink.take()).containsExactly("I 2 R 110 C 160 x 2");
        assertThat(handOver.waiting()).isZero();
    }

    @Test
    void joinsPartsOfBlocksAndOfPolls() {
        handOver.sent(0, 0, 10, 1, 100);
        handOver.polled(0, 2, 3, 150);
        handOver.polled(0, 0, 1, 140);
        handOver.polled(0, 4, 12, 160);
        assertThat(sink.take()).containsExactly("I 1 R 100 C 150 x 2", "I 1 R 100 C 140 x 2", "I 1 R 100 C 160 x 6");
        handOver.sent(0, 10, 5, 2, 110);
        assertThat(sink.take()).containsExactly("I 2 R 110 C 160 x 3");
        assertThat(handOver.waiting()).isEqualTo(2);
        handOver.polled(0, 13, 14, 170);
        assertThat(sink.take()).containsExactly("I 2 R 110 C 170 x 2");
    }

    @Test
    void keepsPartitionsApart() {
        handOver.sent(0, 0, 1, 1, 100);
        handOver.polled(1, 0, 0, 150);
        assertThat(sink.take()).isEmpty();
    }

    @Test
    void dropsAndCountsTheOldestBeyondABound() {
        HandOver small = new HandOver(sink, 2);
        small.sent(0, 0, 10, 1, 100);
        small.sent(0, 10, 10, 2, 110);
        small.sent(0, 20, 10, 3, 120);
        assertThat(small.dropped()).isEqualTo(10);
        small.polled(0, 5, 24, 200);
        assertThat(sink.take()).containsExactly("I 2 R 110 C 200 x 10", "I 3 R 120 C 200 x 5");
    }

    @Test
    void refusesABlockWithoutRecords() {
        assertThatThrownBy(() -> handOver.sent(0, 5, 0, 1, 1))
                .hasMessage("block of 0 records from offset 5: want one record or more, from offset 0 on");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Offset by offset: the second half that comes is joined with the first; who waits already is not taken again. */
    @ParameterizedTest
    @MethodSource("seeds")
    void joinsAsOffsetByOffset(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Long, long[]> sent = new HashMap<>();
        Map<Long, Long> polled = new HashMap<>();
        TreeMap<String, Long> expected = new TreeMap<>();
        for (int step = 0; step < 300; step++) {
            long first = random.nextInt(200);
            int count = random.nextInt(1, 30);
            long atNs = 1_000 + step;
            boolean isSent = random.nextBoolean();
            if (isSent) {
                handOver.sent(0, first, count, step, atNs);
            } else {
                handOver.polled(0, first, first + count - 1, atNs);
            }
            for (long offset = first; offset < first + count; offset++) {
                take(isSent, offset, step, atNs, sent, polled, expected);
            }
        }
        assertThat(records(sink.take())).isEqualTo(expected);
        assertThat(handOver.waiting()).isEqualTo(sent.size());
        assertThat(handOver.dropped()).isZero();
    }

    private static void take(
            boolean isSent,
            long offset,
            long intendedAtNs,
            long atNs,
            Map<Long, long[]> sent,
            Map<Long, Long> polled,
            TreeMap<String, Long> expected) {
        if (isSent && !sent.containsKey(offset)) {
            Long received = polled.remove(offset);
            if (received == null) {
                sent.put(offset, new long[] {intendedAtNs, atNs});
            } else {
                expected.merge("I " + intendedAtNs + " R " + atNs + " C " + received, 1L, Long::sum);
            }
        } else if (!isSent && !polled.containsKey(offset)) {
            long[] block = sent.remove(offset);
            if (block == null) {
                polled.put(offset, atNs);
            } else {
                expected.merge("I " + block[0] + " R " + block[1] + " C " + atNs, 1L, Long::sum);
            }
        }
    }

    private static TreeMap<String, Long> records(List<String> lines) {
        TreeMap<String, Long> records = new TreeMap<>();
        for (String line : lines) {
            int times = line.indexOf(" x ");
            records.merge(line.substring(0, times), Long.parseLong(line.substring(times + 3)), Long::sum);
        }
        return records;
    }

    /** A client thread that sends and a stream thread that polls, each in its own pieces. */
    @Test
    void losesNothingBetweenThreads() throws InterruptedException {
        int records = 200_000;
        AtomicLong joined = new AtomicLong();
        HandOver shared = new HandOver(new CountedHandOvers(joined), 1 << 20);
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (boolean sends : new boolean[] {true, false}) {
            SplittableRandom random = new SplittableRandom(sends ? 1 : 2);
            Thread thread = new Thread(() -> {
                await(begin);
                for (int at = 0; at < records; ) {
                    int count = Math.min(records - at, random.nextInt(1, 50));
                    if (sends) {
                        shared.sent(3, at, count, at, at);
                    } else {
                        shared.polled(3, at, at + count - 1, at);
                    }
                    at += count;
                }
            });
            thread.start();
            threads.add(thread);
        }
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(joined.get()).isEqualTo(records);
        assertThat(shared.waiting()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record CountedHandOvers(AtomicLong records) implements LatencySink {
        @Override
        public void applied(long intendedAtNs, long receivedAtNs, long appliedAtNs) {
            throw new AssertionError("nothing is applied here");
        }

        @Override
        public void committed(long intendedAtNs, long committedAtNs) {
            throw new AssertionError("nothing is committed here");
        }

        @Override
        public void handedOver(long intendedAtNs, long sentAtNs, long receivedAtNs, long count) {
            records.addAndGet(count);
        }
    }
}
