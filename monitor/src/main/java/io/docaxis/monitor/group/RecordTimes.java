package io.docaxis.monitor.group;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.ClientTraffic;
import io.docaxis.monitor.health.FirstRecord;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds out when the first records at given places were written, by reading them; a commit's own timestamp will not do, for
 * Streams stores there the time of the newest record it read. Remembers what cannot have changed. A look ends when its requests or
 * bytes are used up, or its time; what was not found is unknown, and goes first at the next look. One thread at a time.
 */
final class RecordTimes implements AutoCloseable {

    /** For one look; a batch larger than what is asked for of a partition takes a request of its own. */
    private static final int MOST_REQUESTS = 100;

    private static final long MOST_BYTES = 8L << 20;
    private static final int PARTITION_BYTES = 16 << 10;
    private static final int RESPONSE_BYTES = 1 << 20;
    private static final Duration POLL = Duration.ofMillis(100);
    /** Broker and this process may both be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /**
     * Where to look for a record.
     *
     * @param from the offset at which the search begins
     * @param end the offset before which it ends
     */
    record Place(TopicPartition partition, long from, long end) {}

    private record Start(TopicPartition partition, long from) {}

    private record Found(long end, FirstRecord record) {

        /** A record stays what it is; that there is none holds until the log grows. */
        boolean holdsFor(Place place) {
            return record instanceof FirstRecord.At || end == place.end;
        }
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<RuntimeException> failures;
    private final ClientTraffic traffic;
    private final Map<Start, Found> found = new HashMap<>();
    private Set<TopicPartition> leftOver = new HashSet<>();

    /**
     * Reads nothing yet.
     *
     * @param isolation of the consumers for whom it looks: what they are not given is not found
     * @param failures told of what may not or cannot be read
     */
    RecordTimes(Cluster cluster, String isolation, Consumer<RuntimeException> failures) {
        this.failures = failures;
        Map<String, Object> settings = new HashMap<>();
        settings.put("isolation.level", isolation);
        settings.put("max.poll.records", 1);
        settings.put("max.partition.fetch.bytes", PARTITION_BYTES);
        settings.put("fetch.max.bytes", RESPONSE_BYTES);
        settings.put("fetch.max.wait.ms", (int) POLL.toMillis());
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("metric.reporters", "");
        settings.put("enable.metrics.push", false);
        consumer = new KafkaConsumer<>(
                cluster.consumer(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        traffic = new ClientTraffic(consumer.metrics());
    }

    /** Reads the first record at each place, where it is not known from before; forgets all other places. */
    void look(Collection<Place> places) {
        Map<Start, Place> wanted = new HashMap<>();
        places.forEach(place -> wanted.put(new Start(place.partition, place.from), place));
        found.entrySet()
                .removeIf(known ->
                        !wanted.containsKey(known.getKey()) || !known.getValue().holdsFor(wanted.get(known.getKey())));
        Map<TopicPartition, Deque<Place>> missing = missing(wanted);
        if (missing.isEmpty()) {
            leftOver = new HashSet<>();
            return;
        }
        read(missing);
        leftOver = new HashSet<>(missing.keySet());
    }

    /** What {@link #look} found there. */
    FirstRecord at(Place place) {
        Found known = found.get(new Start(place.partition, place.from));
        return known == null || !known.holdsFor(place) ? FirstRecord.UNREAD : known.record;
    }

    /** Requests that were sent to brokers so far. */
    long requests() {
        return traffic.requests();
    }

    /** By partition, for a consumer is at one place of each; those left over from the last look alone, if there are any. */
    private Map<TopicPartition, Deque<Place>> missing(Map<Start, Place> wanted) {
        Map<TopicPartition, Deque<Place>> all = new HashMap<>();
        Map<TopicPartition, Deque<Place>> first = new HashMap<>();
        wanted.forEach((start, place) -> {
            if (!found.containsKey(start)) {
                all.computeIfAbsent(place.partition, partition -> new ArrayDeque<>())
                        .add(place);
            }
        });
        leftOver.forEach(partition -> {
            if (all.containsKey(partition)) {
                first.put(partition, all.get(partition));
            }
        });
        return first.isEmpty() ? all : first;
    }

    private void read(Map<TopicPartition, Deque<Place>> missing) {
        consumer.assign(List.copyOf(missing.keySet()));
        // who stays assigned stays paused
        consumer.resume(missing.keySet());
        missing.forEach((partition, places) -> consumer.seek(partition, places.peek().from));
        long until = System.nanoTime() + PATIENCE.toNanos();
        long requests = traffic.requests() + MOST_REQUESTS;
        long bytes = traffic.bytes() + MOST_BYTES;
        try {
            while (!missing.isEmpty() && System.nanoTime() < until) {
                poll(missing);
                if (traffic.requests() >= requests || traffic.bytes() >= bytes) {
                    return;
                }
            }
        } finally {
            // what was fetched beside is not kept
            consumer.assign(List.of());
        }
    }

    private void poll(Map<TopicPartition, Deque<Place>> missing) {
        boolean any = false;
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                any = true;
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                Deque<Place> places = missing.get(partition);
                if (places != null) {
                    settle(partition, found(record, places.peek()), missing);
                }
            }
        } catch (InterruptException e) {
            throw e;
        } catch (TopicAuthorizationException e) {
            giveUp(missing, e, partition -> e.unauthorizedTopics().contains(partition.topic()));
        } catch (KafkaException e) {
            giveUp(missing, e, partition -> String.valueOf(e.getMessage()).contains(partition.toString()));
        }
        if (!any) {
            for (TopicPartition partition : new ArrayList<>(missing.keySet())) {
                if (isPassed(partition, missing.get(partition).peek().end)) {
                    settle(partition, FirstRecord.NONE, missing);
                }
            }
        }
    }

    private static FirstRecord found(ConsumerRecord<byte[], byte[]> record, Place place) {
        if (record.offset() >= place.end) {
            return FirstRecord.NONE;
        }
        return record.timestamp() < 0 ? FirstRecord.UNREAD : new FirstRecord.At(record.offset(), record.timestamp());
    }

    /** Goes on to the next place of the partition, if there is one. */
    private void settle(TopicPartition partition, FirstRecord record, Map<TopicPartition, Deque<Place>> missing) {
        Deque<Place> places = missing.get(partition);
        Place place = places.poll();
        found.put(new Start(partition, place.from), new Found(place.end, record));
        if (places.isEmpty()) {
            missing.remove(partition);
            consumer.pause(List.of(partition));
        } else {
            consumer.seek(partition, places.peek().from);
        }
    }

    /** One that cannot be read hides no other; where nobody says which, this look is over. */
    private void giveUp(
            Map<TopicPartition, Deque<Place>> missing, KafkaException why, Predicate<TopicPartition> concerns) {
        failures.accept(why);
        List<TopicPartition> concerned =
                missing.keySet().stream().filter(concerns).toList();
        (concerned.isEmpty() ? List.copyOf(missing.keySet()) : concerned).forEach(partition -> {
            missing.remove(partition);
            consumer.pause(List.of(partition));
        });
    }

    /** Whether nothing but what nobody is given was left. */
    private boolean isPassed(TopicPartition partition, long end) {
        try {
            return consumer.position(partition, Duration.ZERO) >= end;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
