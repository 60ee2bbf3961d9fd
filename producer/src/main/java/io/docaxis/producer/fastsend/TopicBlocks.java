package io.docaxis.producer.fastsend;

import io.docaxis.common.kafka.fastpath.FastPath;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** A block for each partition of a topic, sent when it is full or has waited. Not thread-safe. */
final class TopicBlocks {

    private static final long NS_PER_MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final String topic;
    private final RecordSends producer;
    private final FastPath path;
    private final SendListener listener;
    private final Consumer<Throwable> onFailure;
    /** By partition. */
    private final RecordBlock[] blocks;

    private final long lingerMs;
    /** Null at full speed. */
    private final PacedBlocks paced;

    private long lookedAtMs;

    TopicBlocks(
            String topic,
            int partitions,
            BlockSettings settings,
            Pacing pacing,
            RecordSends producer,
            FastPath path,
            SendListener listener,
            Consumer<Throwable> onFailure) {
        this.topic = topic;
        this.producer = producer;
        this.path = path;
        this.listener = listener;
        this.onFailure = onFailure;
        blocks = new RecordBlock[partitions];
        Arrays.setAll(blocks, p -> new RecordBlock(settings.blockSize()));
        lingerMs = settings.lingerMs();
        paced = pacing.isPaced()
                ? new PacedBlocks(partitions, lingerMs * NS_PER_MS, settings.mostOnTheirWay(), pacing.nowNs())
                : null;
    }

    /** Adds a record, after those of its partition, and sends what is full or has waited; false: it is larger than a block. */
    boolean add(
            int partition,
            long intendedAtNs,
            long nowNs,
            long slipNs,
            byte[] key,
            byte[] value,
            int length,
            Header[] headers) {
        long nowMs = nowNs / NS_PER_MS;
        if (nowMs != lookedAtMs && paced == null) {
            lookedAtMs = nowMs;
            sendLingering();
        }
        if (!put(partition, nowMs, key, value, length, headers)) {
            send(partition);
            if (!put(partition, nowMs, key, value, length, headers)) {
                return false;
            }
        }
        // no record where adding it failed, which ends the source
        if (paced != null && blocks[partition].records() > 0) {
            paced.added(partition, blocks[partition].records() - 1, intendedAtNs, nowNs, slipNs);
        }
        return true;
    }

    /** False: there is no room. */
    private boolean put(int partition, long nowMs, byte[] key, byte[] value, int length, Header[] headers) {
        try {
            return blocks[partition].add(nowMs, key, value, length, headers);
        } catch (RuntimeException | LinkageError e) {
            onFailure.accept(e);
            return true;
        }
    }

    private void sendLingering() {
        for (int p = 0; p < blocks.length; p++) {
            if (blocks[p].records() > 0 && lookedAtMs - blocks[p].firstTimestamp() >= lingerMs) {
                send(p);
            }
        }
    }

    /** As {@link BatchingProducer#sendDue}. */
    long sendDue(long nowNs, long nextAtNs) {
        if (paced == null) {
            return PacedBlocks.NOTHING_WAITS;
        }
        if (paced.areDue(nowNs, nextAtNs)) {
            boolean all = true;
            for (int p = 0; p < blocks.length; p++) {
                if (paced.mayGo(p)) {
                    send(p);
                } else {
                    all &= blocks[p].records() == 0;
                }
            }
            paced.went(all, nowNs);
        }
        return paced.dueAtNs();
    }

    void sendAll() {
        for (int p = 0; p < blocks.length; p++) {
            send(p);
        }
    }

    /** Sends a partition's block, if anything is in it. */
    void send(int partition) {
        RecordBlock block = blocks[partition];
        if (block.records() == 0) {
            return;
        }
        byte[] value;
        try {
            path.used();
            value = block.toValue(paced == null ? RecordBlock.NO_NUMBER : paced.number(partition));
        } catch (RuntimeException | LinkageError e) {
            onFailure.accept(e);
            return;
        }
        // Kafka's producer has copied the value when this returns
        producer.send(
                new ProducerRecord<>(topic, partition, BlockRequests.BLOCK_TIMESTAMP, null, value),
                paced == null ? told(block.records()) : toldOfPaced(partition, block.records()));
        block.clear();
    }

    private Callback told(int records) {
        return (metadata, exception) -> listener.completed(records, null, exception);
    }

    private Callback toldOfPaced(int partition, int records) {
        SentEvents events = paced.goes(partition);
        return (metadata, exception) -> {
            if (exception == null) {
                events.cameTo(metadata.offset());
            }
            listener.completed(records, events, exception);
            paced.came(events);
        };
    }

    /** A request with a block of that number leaves; the client's thread. */
    void leaves(int number) {
        paced.leaves(number);
    }
}
