package io.docaxis.consumer.stream;

import io.docaxis.common.event.Topics;
import io.docaxis.consumer.fastfetch.PolledRecordsDeserializer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * The way of a record through the engine: events → one processor with its store → dead letters, lateness, tally. Bytes go
 * in and come out; whatever they are is decided in the processor, so that bad ones take part in the transaction.
 */
public final class ExchangeTopology {

    private static final String EVENTS = "events";
    private static final String EXCHANGE = "exchange";

    private ExchangeTopology() {}

    /**
     * Adds the way to an empty topology.
     *
     * @param partitions of the events topic
     * @param settings how the engine runs
     * @param counters of every record that was applied
     * @param readings what tasks know of how far they have read
     */
    public static void addTo(
            Topology topology,
            Topics topics,
            int partitions,
            StreamSettings settings,
            StreamCounters counters,
            LogReadings readings) {
        addTo(topology, topics, partitions, settings, counters, readings, AppliedTimes.NONE);
    }

    /**
     * The same.
     *
     * @param times hears when records are applied
     */
    public static void addTo(
            Topology topology,
            Topics topics,
            int partitions,
            StreamSettings settings,
            StreamCounters counters,
            LogReadings readings,
            AppliedTimes times) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                EVENTS,
                (record, partitionTimeMs) -> ExchangeProcessor.timestampMs(record.timestamp()),
                new ByteArrayDeserializer(),
                new PolledRecordsDeserializer(),
                topics.events());
        topology.addProcessor(
                EXCHANGE,
                () -> new ExchangeProcessor(topics.events(), partitions, settings, counters, readings, times),
                EVENTS);
        topology.addStateStore(ExchangeStore.builder(settings), EXCHANGE);
        addSink(topology, ExchangeProcessor.DEAD_LETTERS, topics.deadLetters());
        addSink(topology, ExchangeProcessor.LATENESS, topics.lateness());
        addSink(topology, ExchangeProcessor.TALLY, topics.tally());
    }

    private static void addSink(Topology topology, String name, String topic) {
        ByteArraySerializer out = new ByteArraySerializer();
        topology.addSink(name, topic, out, out, EXCHANGE);
    }
}
