package io.docaxis.producer.fastsend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Blocks of a paced run, which linger for two milliseconds; Kafka's stand-in for its producer completes what it is told to. */
class TopicBlocksTest {

    private static final int PARTITIONS = 3;
    private static final int BATCH = 8 << 10;
    private static final int ON_THEIR_WAY = 5;
    private static final long MS = 1_000_000;
    private static final long LINGER = 2 * MS;
    private static final long NOW = 1_700_000_000_000L * MS;
    private static final byte[] KEY = new byte[8];
    private static final byte[] VALUE = new byte[100];
    private static final Header[] NO_HEADERS = {};

    /** Records of each block, in the order in which they were sent: a block is filled again once it is. */
    private final List<Integer> sent = new ArrayList<>();

    private final List<Integer> numbers = new ArrayList<>();

    private final MockProducer<byte[], byte[]> kafkas =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized Future<RecordMetadata> send(
                        ProducerRecord<byte[], byte[]> record, Callback callback) {
                    sent.add(RecordBlock.records(ByteBuffer.wrap(record.value())));
                    numbers.add(RecordBlock.number(ByteBuffer.wrap(record.value())));
                    return super.send(record, callback);
                }
            };
    private final List<List<Long>> completed = new ArrayList<>();
    private final Set<SentEvents> same = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Long> requestedAtNs = new ArrayList<>();
    private long leavesAtNs;
    private final TopicBlocks blocks = blocks(true);

    @Test
    void sendsARecordAtOnceWhereTheNextComesTooLate() {
        add(1, NOW);

        assertThat(blocks.sendDue(NOW, NOW + LINGER)).isEqualTo(PacedBlocks.NOTHING_WAITS);
        assertThat(sent).containsExactly(1);
    }

    @Test
    void collectsWhatComesWithinTheLingerOfTheFirstAndSendsItTogether() {
        add(1, NOW);
        assertThat(blocks.sendDue(NOW, NOW + MS)).isEqualTo(NOW + LINGER);
        add(1, NOW + MS);
        add(2, NOW + MS);
        assertThat(blocks.sendDue(NOW + MS, NOW + LINGER - 1)).isEqualTo(NOW + LINGER);
        assertThat(sent).isEmpty();

        assertThat(blocks.sendDue(NOW + MS, NOW + LINGER)).isEqualTo(PacedBlocks.NOTHING_WAITS);
        assertThat(sent).containsExactly(2, 1);
    }

    @Test
    void countsTheLingerFromWhenARecordWasWanted() {
        blocks.add(1, NOW - MS, NOW, MS, KEY, VALUE, 100, NO_HEADERS);
        assertThat(blocks.sendDue(NOW, NOW + 1)).isEqualTo(NOW - MS + LINGER);
        blocks.add(1, NOW - 5 * LINGER, NOW, 0, KEY, VALUE, 100, NO_HEADERS);
        assertThat(blocks.sendDue(NOW, NOW)).isEqualTo(NOW);
        assertThat(sent).isEmpty();
        blocks.sendDue(NOW, NOW + 1);
        assertThat(sent).containsExactly(2);
    }

    @Test
    void doesNotKeepAnybodyFromCatchingUpUnlessItTakesLong() {
        add(1, NOW);
        blocks.sendDue(NOW + LINGER, NOW + LINGER);
        assertThat(sent).isEmpty();

        blocks.sendDue(NOW + 2 * LINGER, NOW - 50 * LINGER);
        assertThat(sent).containsExactly(1);
    }

    @Test
    void sendsAFullBlockAtOnce() {
        int records = 0;
        while (sent.isEmpty()) {
            add(0, NOW);
            records++;
        }

        assertThat(sent).containsExactly(records - 1);
        assertThat(blocks.sendDue(NOW, NOW + 1)).isEqualTo(NOW + LINGER);
    }

    /** They would wait there, and nothing more could join them. */
    @Test
    void keepsBlocksThatAreNotFullWhileKafkasProducerHasEnough() {
        for (int i = 0; i < ON_THEIR_WAY; i++) {
            add(1, NOW);
            blocks.sendDue(NOW, Long.MAX_VALUE);
        }
        add(1, NOW);
        add(2, NOW);

        assertThat(blocks.sendDue(NOW, Long.MAX_VALUE)).isEqualTo(NOW + LINGER);
        assertThat(sent).hasSize(ON_THEIR_WAY + 1);
        add(1, NOW + MS);
        assertThat(blocks.sendDue(NOW + LINGER, Long.MAX_VALUE)).isEqualTo(NOW + 2 * LINGER);
        kafkas.completeNext();
        assertThat(blocks.sendDue(NOW + 2 * LINGER, Long.MAX_VALUE)).isEqualTo(PacedBlocks.NOTHING_WAITS);
        assertThat(sent.get(ON_THEIR_WAY + 1)).isEqualTo(2);
    }

    @Test
    void sendsFullBlocksHoweverManyAreOnTheirWay() {
        for (int i = 0; i < 1_000; i++) {
            add(1, NOW);
        }

        assertThat(sent).hasSizeGreaterThan(ON_THEIR_WAY);
    }

    @Test
    void saysWhenTheRecordsOfABlockWereWantedWithArraysUsedAgain() {
        Random random = new Random(3);
        List<Long> wanted = new ArrayList<>();
        long now = NOW;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(1_000);
            long intended = now - random.nextInt(500);
            wanted.add(intended);
            blocks.add(random.nextInt(PARTITIONS), intended, now, 0, KEY, VALUE, random.nextInt(100), NO_HEADERS);
            blocks.sendDue(now, now + random.nextInt((int) (2 * LINGER)));
            while (kafkas.history().size() - completed.size() > 10) {
                kafkas.completeNext();
            }
        }
        blocks.sendAll();
        while (kafkas.completeNext()) {
            // until all are
        }

        List<Long> told = new ArrayList<>();
        completed.forEach(told::addAll);
        Collections.sort(told);
        Collections.sort(wanted);
        assertThat(told).isEqualTo(wanted);
        assertThat(completed).hasSizeGreaterThan(100);
        assertThat(completed.stream().map(List::size).toList()).isEqualTo(sent);
        assertThat(same).hasSizeLessThan(10 + 1 + 2 * PARTITIONS);
    }

    @Test
    void saysWhenTheFirstRequestWithABlockLeft() {
        add(1, NOW);
        blocks.sendDue(NOW, Long.MAX_VALUE);
        add(1, NOW);
        blocks.sendDue(NOW, Long.MAX_VALUE);
        int first = numbers.get(0);
        int second = numbers.get(1);
        leavesAtNs = NOW + 3 * MS;
        blocks.leaves(second);
        leavesAtNs = NOW + 4 * MS;
        blocks.leaves(second);
        kafkas.completeNext();
        kafkas.completeNext();

        assertThat(second).isNotEqualTo(first);
        assertThat(requestedAtNs).containsExactly(SentEvents.UNKNOWN, NOW + 3 * MS);
        add(1, NOW);
        blocks.sendDue(NOW, Long.MAX_VALUE);
        kafkas.completeNext();
        assertThat(requestedAtNs).endsWith(SentEvents.UNKNOWN);
    }

    @Test
    void keepsNoTimesAtFullSpeed() {
        TopicBlocks fast = blocks(false);
        fast.add(1, NOW, NOW, 0, KEY, VALUE, 100, NO_HEADERS);

        assertThat(fast.sendDue(NOW, Long.MAX_VALUE)).isEqualTo(PacedBlocks.NOTHING_WAITS);
        assertThat(sent).isEmpty();
        fast.add(2, NOW, NOW + LINGER, 0, KEY, VALUE, 100, NO_HEADERS);
        assertThat(sent).containsExactly(1);
        kafkas.completeNext();
        assertThat(completed).containsExactly(List.of());
    }

    private static List<Long> intended(SentEvents events) {
        return IntStream.range(0, events.count()).mapToObj(events::intendedAtNs).toList();
    }

    private TopicBlocks blocks(boolean isPaced) {
        BlockSettings settings = new BlockSettings(
                Map.of("bootstrap.servers", "localhost:1", "linger.ms", LINGER / MS, "batch.size", BATCH));
        return new TopicBlocks(
                "topic",
                PARTITIONS,
                settings,
                isPaced ? new Pacing(() -> leavesAtNs, false) : Pacing.NONE,
                new GaplessProducer(kafkas),
                new FastPath(FastPath.Side.PRODUCER, FastClients.AUTO),
                (records, events, exception) -> {
                    assertThat(exception).isNull();
                    completed.add(events == null ? List.of() : intended(events));
                    same.add(events);
                    requestedAtNs.add(events == null ? SentEvents.UNKNOWN : events.requestedAtNs());
                },
                Assertions::fail);
    }

    private void add(int partition, long nowNs) {
        assertThat(blocks.add(partition, nowNs, nowNs, 0, KEY, VALUE, VALUE.length, NO_HEADERS))
                .isTrue();
    }
}
