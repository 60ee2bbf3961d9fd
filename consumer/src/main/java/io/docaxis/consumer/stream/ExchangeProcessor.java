package io.docaxis.consumer.stream;

import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.consumer.exchange.Exchange;
import io.docaxis.consumer.exchange.ExchangeOutput;
import io.docaxis.consumer.fastfetch.PolledRecords;
import io.docaxis.consumer.fastfetch.PolledRecordsDeserializer;
import io.docaxis.consumer.fastfetch.RecordCursor;
import io.docaxis.consumer.state.ExchangeState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;

/**
 * Applies the records of one partition to its state, and passes on what comes of it: dead letters at once, lateness and the tally
 * with a commit and at the end of the run, for nobody sees them earlier. All of it is in the engine's transaction.
 */
final class ExchangeProcessor implements Processor<byte[], PolledRecords, byte[], byte[]>, ExchangeOutput {

    static final String DEAD_LETTERS = "dead-letters";
    static final String LATENESS = "lateness";
    static final String TALLY = "tally";

    /** Measured: at 20,000 events a second this many threads a drain give the lowest latency at the 99th percentile. */
    private static final int PACED_DRAIN = 64;

    /** A tally is published no more than once a second, or what the unevenness of commits leaves of it. */
    private static final long PUBLISH_LEAST_MS = 900;

    private static final long NEVER = -1;

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** For how many records memory is requested together. Measured: 64 and 256 gain no more than 16. */
    private static final int LOOK_AHEAD = 16;

    private final String topic;
    private final int partitions;
    private final StreamSettings settings;
    private final StreamCounters counters;

    private InternalProcessorContext<byte[], byte[]> context;
    private ExchangeStore store;
    private ExchangeState state;
    private Exchange exchange;
    private TallyPublisher publisher;
    /** Where Streams has this processor. */
    private ProcessorNode<?, ?, ?, ?> node;

    private long publishedAtMs;
    /** Timestamp of the record applied last in this life of the task, or {@link #NEVER}. */
    private long appliedAtMs;

    private final RecordCursor current = new RecordCursor();
    /** Up to {@link #LOOK_AHEAD} records before the current one. */
    private final RecordCursor ahead = new RecordCursor();

    private final long[] threadsAhead = new long[LOOK_AHEAD];

    private final Supplier<RecordNumber> numberOfCurrent = this::numberOfCurrent;

    private boolean ended;

    /**
     * @param topic where the records come from, with that number of partitions
     * @param settings whether changes are written all the time or collected until the commit
     * @param counters of every record that was applied
     */
    ExchangeProcessor(String topic, int partitions, StreamSettings settings, StreamCounters counters) {
        this.topic = topic;
        this.partitions = partitions;
        this.settings = settings;
        this.counters = counters;
    }

    /** Called for every life of a task, with the store filled: nothing may remain from a life before. */
    @Override
    public void init(ProcessorContext<byte[], byte[]> taskContext) {
        context = (InternalProcessorContext<byte[], byte[]>) taskContext;
        node = context.currentNode();
        store = taskContext.getStateStore(ExchangeStore.NAME);
        state = store.state();
        int partition = taskContext.taskId().partition();
        exchange = new Exchange(state, partition, this);
        publisher = new TallyPublisher(exchange, partition, partitions, this::publish);
        appliedAtMs = NEVER;
        ended = exchange.progress().ended();
        publishedAtMs = taskContext.currentSystemTimeMs();
        store.beforeCommit(this::conclude);
        // who was punctuated is committed, even if nothing was read: what one commit did not publish, a later one will
        taskContext.schedule(SECOND, PunctuationType.WALL_CLOCK_TIME, nowMs -> {});
    }

    @Override
    public void process(Record<byte[], PolledRecords> record) {
        PolledRecords records = PolledRecordsDeserializer.complete(
                record, context.recordMetadata().orElseThrow());
        current.open(records);
        ahead.open(records);
        int count = 0;
        while (current.next()) {
            if (count++ % LOOK_AHEAD == 0) {
                lookAhead();
            }
            apply();
        }
        current.close();
        ahead.close();
        counters.countRecords(count);
        if (!ended && exchange.progress().ended()) {
            ended = true;
            // the last tally is due at once
            publishedAtMs = NEVER;
            context.commit();
        }
    }

    private void lookAhead() {
        int count = 0;
        while (count < LOOK_AHEAD && ahead.next()) {
            threadsAhead[count++] = ahead.thread();
        }
        state.lookAhead(threadsAhead, count);
    }

    private void apply() {
        appliedAtMs = timestampMs(current.timestampMs());
        exchange.apply(current.bytes(), current.start(), current.end(), current.offset(), numberOfCurrent);
        if (settings.paced() && state.changedPages() >= PACED_DRAIN) {
            store.drainThreads();
        }
    }

    /** Records without a timestamp are taken too; simulated time is in the event. */
    static long timestampMs(long ofRecordMs) {
        return Math.max(0, ofRecordMs);
    }

    private RecordNumber numberOfCurrent() {
        Header header = current.record().headers().lastHeader(RecordNumber.HEADER);
        return header == null ? null : RecordNumber.read(header.value());
    }

    @Override
    public void deadLetter(Unreadable reason, long offset) {
        context.forward(
                DeadLetter.of(
                        current.record(),
                        appliedAtMs,
                        reason,
                        topic,
                        context.taskId().partition()),
                DEAD_LETTERS);
    }

    @Override
    public void lateness(String key, Lateness announcement) {
        context.forward(
                new Record<>(key.getBytes(StandardCharsets.UTF_8), announcement.toByteArray(), appliedAtMs), LATENESS);
    }

    /**
     * Concludes for the commit that is about to be made, and publishes. Nothing is sent before a record was applied: a task without
     * offsets to commit is not told where the transaction is aborted, and would take for published what was not.
     */
    private void conclude() {
        if (appliedAtMs == NEVER) {
            return;
        }
        // Streams lets nobody send but the processor that it calls, and now it calls the store: its caches do so too.
        // This is internal to Kafka; ExchangeTopologyTest fails where an upgrade changes it
        ProcessorNode<?, ?, ?, ?> called = context.currentNode();
        context.setCurrentNode(node);
        try {
            exchange.conclude();
            publishIfDue();
        } finally {
            context.setCurrentNode(called);
        }
    }

    private void publishIfDue() {
        long nowMs = context.currentSystemTimeMs();
        if (nowMs - publishedAtMs >= PUBLISH_LEAST_MS && publisher.publish()) {
            publishedAtMs = nowMs;
        }
    }

    private void publish(byte[] key, byte[] value) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()), TALLY);
    }
}
