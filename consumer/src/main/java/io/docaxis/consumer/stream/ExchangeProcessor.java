package io.docaxis.consumer.stream;

import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.Unreadable;
import io.docaxis.consumer.exchange.Exchange;
import io.docaxis.consumer.exchange.ExchangeOutput;
import io.docaxis.consumer.exchange.ReadThrough;
import io.docaxis.consumer.fastfetch.PolledRecords;
import io.docaxis.consumer.fastfetch.PolledRecordsDeserializer;
import io.docaxis.consumer.fastfetch.RecordCursor;
import io.docaxis.consumer.fastfetch.RecordsAhead;
import io.docaxis.consumer.state.ExchangeState;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
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

    private static final long NEVER = -1;

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** How often the wall clock may announce deadlines of a live run. */
    private static final Duration LIVE_EVERY = Duration.ofMillis(200);

    private final String topic;
    private final int partitions;
    private final StreamSettings settings;
    private final StreamCounters counters;
    private final LogReadings readings;
    private final AppliedTimes times;
    private final boolean isHeard;

    private InternalProcessorContext<byte[], byte[]> context;
    private int partition;
    private ExchangeStore store;
    private ExchangeState state;
    private Exchange exchange;
    private TallyPublisher publisher;
    private AheadOfCommit ahead;
    private LogReading reading;
    /** Where Streams has this processor. */
    private ProcessorNode<?, ?, ?, ?> node;

    /**
     * Timestamp of what is announced: of the record applied last, or the wall clock, which has announced deadlines since; {@link #NEVER}:
     * nothing has happened in this life of the task.
     */
    private long happenedAtMs;

    private final RecordCursor records = new RecordCursor();
    /** What is applied: records of the poll, one after another. */
    private final RecordsAhead block = new RecordsAhead();
    /** Of the record that is applied. */
    private long currentOffset;
    /** Behind the others, until something is asked of a record that is seldom asked. */
    private final RecordCursor seldom = new RecordCursor();

    private final Supplier<RecordNumber> numberOfCurrent = this::numberOfCurrent;

    private boolean ended;
    private boolean live;

    /**
     * @param topic where the records come from, with that number of partitions
     * @param settings whether changes are written all the time or collected until the commit
     * @param counters of every record that was applied
     * @param readings what tasks know of how far they have read
     * @param times hears when records are applied
     */
    ExchangeProcessor(
            String topic,
            int partitions,
            StreamSettings settings,
            StreamCounters counters,
            LogReadings readings,
            AppliedTimes times) {
        this.times = times;
        isHeard = times != AppliedTimes.NONE;
        this.topic = topic;
        this.partitions = partitions;
        this.settings = settings;
        this.counters = counters;
        this.readings = readings;
    }

    /** Called for every life of a task, with the store filled: nothing may remain from a life before. */
    @Override
    public void init(ProcessorContext<byte[], byte[]> taskContext) {
        context = (InternalProcessorContext<byte[], byte[]>) taskContext;
        node = context.currentNode();
        store = taskContext.getStateStore(ExchangeStore.NAME);
        state = store.state();
        partition = taskContext.taskId().partition();
        exchange = new Exchange(state, partition, this);
        publisher = new TallyPublisher(
                exchange, partition, partitions, this::publish, settings, taskContext.currentSystemTimeMs());
        ahead = new AheadOfCommit(exchange, store, publisher, settings, partition);
        reading = readings.begin(new TopicPartition(topic, partition));
        happenedAtMs = NEVER;
        ended = exchange.progress().ended();
        live = false;
        store.beforeCommit(this::conclude);
        // who was punctuated is committed, even if nothing was read: what one commit did not publish, a later one will
        taskContext.schedule(SECOND, PunctuationType.WALL_CLOCK_TIME, nowMs -> {});
        beLive();
    }

    /** From when the run is known to be live, the wall clock announces its deadlines. */
    private void beLive() {
        if (!live && !ended && exchange.progress().isLive()) {
            live = true;
            reading.followEnd();
            context.schedule(LIVE_EVERY, PunctuationType.WALL_CLOCK_TIME, this::passLive);
        }
    }

    /** What becomes overdue is not kept for the next commit, which may be seconds away. */
    private void passLive(long nowMs) {
        long throughMs = reading.through();
        if (throughMs != ReadThrough.NEVER && exchange.passLive(throughMs)) {
            happenedAtMs = nowMs;
            if (exchange.isUnconcluded()) {
                context.commit();
            }
        }
    }

    @Override
    public void process(Record<byte[], PolledRecords> record) {
        PolledRecords poll = PolledRecordsDeserializer.complete(
                record, context.recordMetadata().orElseThrow());
        if (isHeard) {
            times.polled(partition, System.nanoTime() - poll.polledNs());
        }
        records.open(poll);
        seldom.open(poll);
        int count = 0;
        for (int more = block.take(records); more > 0; more = block.take(records)) {
            state.lookAhead(block.threads(), more);
            for (int i = 0; i < more; i++) {
                apply(i);
            }
            count += more;
        }
        records.close();
        seldom.close();
        block.clear();
        counters.countRecords(count);
        ahead.applied(count, context.currentSystemTimeMs());
        reading.applied(context.recordMetadata().orElseThrow().offset(), poll.lastOffset());
        beLive();
        if (!ended && exchange.progress().ended()) {
            ended = true;
            reading.close();
            // the last tally is due at once
            publisher.hurry();
            context.commit();
        }
    }

    private void apply(int i) {
        happenedAtMs = timestampMs(block.timestampMs(i));
        currentOffset = block.offset(i);
        if (exchange.apply(block.bytes(i), block.start(i), block.end(i), currentOffset, numberOfCurrent) && isHeard) {
            Envelope envelope = exchange.envelope();
            times.applied(partition, currentOffset, envelope.intendedAtMs, envelope.intendedAtUs);
        }
    }

    /** Records without a timestamp are taken too; simulated time is in the event. */
    static long timestampMs(long ofRecordMs) {
        return Math.max(0, ofRecordMs);
    }

    /** The record that is applied, with all that it has. */
    private ConsumerRecord<byte[], byte[]> current() {
        seldom.goTo(currentOffset);
        return seldom.record();
    }

    private RecordNumber numberOfCurrent() {
        Header header = current().headers().lastHeader(RecordNumber.HEADER);
        return header == null ? null : RecordNumber.read(header.value());
    }

    @Override
    public void deadLetter(Unreadable reason, long offset) {
        context.forward(DeadLetter.of(current(), happenedAtMs, reason, topic, partition), DEAD_LETTERS);
    }

    @Override
    public void lateness(byte[] key, byte[] value) {
        context.forward(new Record<>(key, value, happenedAtMs), LATENESS);
    }

    /**
     * Concludes for the commit that is about to be made, and publishes. A task commits its offset with whatever it sends, even before a
     * record was applied: by that alone the group keeps out who has lost the partition and does not know it yet.
     */
    private void conclude() {
        ahead.committing();
        if (happenedAtMs == NEVER) {
            return;
        }
        if (!reading.isBegun()) {
            context.processorMetadata().setNeedsCommit(true);
        }
        // Streams lets nobody send but the processor that it calls, and now it calls the store: its caches do so too.
        // This is internal to Kafka; ExchangeTopologyTest fails where an upgrade changes it
        ProcessorNode<?, ?, ?, ?> called = context.currentNode();
        context.setCurrentNode(node);
        try {
            exchange.conclude();
            publisher.publish(context.currentSystemTimeMs());
        } finally {
            context.setCurrentNode(called);
        }
    }

    @Override
    public void close() {
        reading.close();
    }

    private void publish(byte[] key, byte[] value) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()), TALLY);
    }
}
