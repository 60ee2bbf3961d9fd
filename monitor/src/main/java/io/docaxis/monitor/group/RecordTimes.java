package io.docaxis.monitor.group;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.ClientTraffic;
import io.docaxis.monitor.group.RecordPlaces.Place;
import io.docaxis.monitor.health.FirstRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Finds out when the first records at given places were written, by reading them; a commit's own timestamp will not do, for
 * Streams stores there the time of the newest record it read. A look ends when its requests or bytes are used up, or its time; what
 * was not found by then is unknown. The next look goes on with it where this one ended, and gives it half of all that first. One
 * thread at a time.
 */
final class RecordTimes implements AutoCloseable {

    /** For one look; a batch larger than what is asked for of a partition takes a request of its own. */
    private static final int MOST_REQUESTS = 100;

    private static final long MOST_BYTES = 8L << 20;
    /** Broker and this process may both be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** By {@link System#nanoTime}, and by what the consumer has counted. */
    private record Limit(long untilNs, long requests, long bytes) {}

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<RuntimeException> failures;
    private final ClientTraffic traffic;
    private final RecordPlaces records = new RecordPlaces();
    private Set<TopicPartition> leftOver = new HashSet<>();

    /**
     * Reads nothing yet.
     *
     * @param isolation of the consumers for whom it looks: what they are not given is not found
     * @param failures told of what may not or cannot be read
     */
    RecordTimes(Cluster cluster, String isolation, Consumer<RuntimeException> failures) {
        this.failures = failures;
        consumer = RecordClient.of(cluster, isolation, Map.of("max.poll.records", 1));
        traffic = new ClientTraffic(consumer.metrics());
    }

    /** Reads the first record at each place, where it is not known from before; forgets all other places. */
    void look(Collection<Place> places) {
        Map<TopicPartition, Deque<Place>> missing = records.missing(places);
        Limit all = limit(1);
        Map<TopicPartition, Deque<Place>> first = new HashMap<>(missing);
        first.keySet().retainAll(leftOver);
        if (!first.isEmpty() && first.size() < missing.size()) {
            Set<TopicPartition> begun = Set.copyOf(first.keySet());
            read(first, limit(2));
            missing.keySet().removeIf(partition -> begun.contains(partition) && !first.containsKey(partition));
        }
        if (!missing.isEmpty()) {
            read(missing, all);
        }
        leftOver = new HashSet<>(missing.keySet());
    }

    private Limit limit(int share) {
        return new Limit(
                System.nanoTime() + PATIENCE.toNanos() / share,
                traffic.requests() + MOST_REQUESTS / share,
                traffic.bytes() + MOST_BYTES / share);
    }

    /** What {@link #look} found there. */
    FirstRecord at(Place place) {
        return records.at(place);
    }

    /** @param missing by partition, for a consumer is at one place of each; what is settled goes out of it */
    private void read(Map<TopicPartition, Deque<Place>> missing, Limit limit) {
        consumer.assign(List.copyOf(missing.keySet()));
        // who stays assigned stays paused
        consumer.resume(missing.keySet());
        missing.values().forEach(places -> seek(places.peek()));
        try {
            while (!missing.isEmpty() && System.nanoTime() - limit.untilNs < 0) {
                poll(missing);
                if (traffic.requests() >= limit.requests || traffic.bytes() >= limit.bytes) {
                    break;
                }
            }
            missing.values().forEach(places -> pass(places.peek()));
        } finally {
            // what was fetched beside is not kept
            consumer.assign(List.of());
        }
    }

    private void seek(Place place) {
        consumer.seek(place.partition(), records.goesOnAt(place));
    }

    /** What the consumer is beyond, nobody is given. */
    private void pass(Place place) {
        try {
            records.pass(place, consumer.position(place.partition(), Duration.ZERO));
        } catch (TimeoutException e) {
            // it has to be found first
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            // of this one nothing was learnt
            failures.accept(e);
        }
    }

    private void poll(Map<TopicPartition, Deque<Place>> missing) {
        boolean any = false;
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(RecordClient.POLL)) {
                any = true;
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                Deque<Place> places = missing.get(partition);
                if (places != null) {
                    records.find(places.peek(), record.offset(), found(record));
                    settle(partition, missing);
                }
            }
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            giveUp(missing, e);
        }
        if (!any) {
            for (TopicPartition partition : new ArrayList<>(missing.keySet())) {
                Place place = missing.get(partition).peek();
                pass(place);
                if (records.at(place) != FirstRecord.UNREAD) {
                    settle(partition, missing);
                }
            }
        }
    }

    private static FirstRecord found(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() < 0 ? FirstRecord.UNREAD : new FirstRecord.At(record.offset(), record.timestamp());
    }

    /** Goes on to the next place of the partition, if there is one. */
    private void settle(TopicPartition partition, Map<TopicPartition, Deque<Place>> missing) {
        Deque<Place> places = missing.get(partition);
        places.poll();
        if (places.isEmpty()) {
            missing.remove(partition);
            consumer.pause(List.of(partition));
        } else {
            seek(places.peek());
        }
    }

    /** One that cannot be read hides no other; where nobody says which, this look is over. */
    private void giveUp(Map<TopicPartition, Deque<Place>> missing, KafkaException why) {
        failures.accept(why);
        ConcernedPartitions.of(why, missing.keySet()).forEach(partition -> {
            missing.remove(partition);
            consumer.pause(List.of(partition));
        });
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
