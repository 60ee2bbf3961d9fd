package io.docaxis.consumer.exchange;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.obligation.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A random stream for properties: threads with questions, answers, recalls, replacements, strangers and nonsense, in a world
 * small enough that everything meets. What occurs is fixed by the seed; how it is delivered is up to the test.
 */
final class RandomStream {

    static final long DAY_S = 86_400;
    static final AgencyCatalogue AGENCIES = AgencyCatalogue.level1();

    /** One event of the world: a document or a status. */
    record Event(long thread, long occurredAt, DocumentSent document, StatusReported status) {}

    /** One delivery of an event. */
    record Delivery(Event event, long emittedAt) {}

    private static final int[] CODES = {1, 2, 3, 3, 4, 5, 5, 6, 13, 15, 16};

    private final Random random;
    private final List<Event> events = new ArrayList<>();

    private RandomStream(long seed) {
        this.random = new Random(seed);
    }

    /** Threads whose events spread over so many days after their first document. */
    static List<Event> world(long seed, int threads, int days) {
        RandomStream stream = new RandomStream(seed);
        for (int thread = 0; thread < threads; thread++) {
            stream.thread(thread, days * DAY_S);
        }
        stream.events.sort(Comparator.comparingLong(Event::occurredAt)
                .thenComparingLong(Event::thread)
                .thenComparingInt(RandomStream::ordinal));
        return stream.events;
    }

    static int ordinal(Event event) {
        return event.document() != null ? event.document().ordinal : event.status().ordinal;
    }

    private void thread(long thread, long spanS) {
        long start = Source.at("2023-02-01T00:00") + random.nextInt((int) (240 * DAY_S));
        int documents = 1 + (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
        int[] senders = new int[documents];
        int ordinal = 0;
        for (int d = 0; d < documents; d++) {
            DocumentSent document = document(thread, d, ordinal++, start, spanS, senders);
            events.add(new Event(thread, document.sentAt, document, null));
            for (int i = 0; i < document.receiverCount; i++) {
                int statuses = random.nextInt(5);
                for (int s = 0; s < statuses; s++) {
                    StatusReported status = status(document, document.receivers[i], ordinal++, start, spanS);
                    events.add(new Event(thread, status.occurredAt, null, status));
                }
            }
        }
    }

    private DocumentSent document(long thread, int number, int ordinal, long start, long spanS, int[] senders) {
        DocumentSent d = new DocumentSent();
        d.thread = thread;
        d.ordinal = ordinal;
        d.document = number;
        d.sentAt = number == 0 ? start : within(start, spanS);
        d.sender = number == 0 ? random.nextInt(4) : random.nextInt(6);
        senders[number] = d.sender;
        int receivers = 1 + random.nextInt(4);
        for (int i = 0; i < receivers; i++) {
            d.addReceiver(random.nextInt(random.nextInt(40) == 0 ? 100 : 6));
        }
        d.type = random.nextInt(5);
        d.urgency = random.nextInt(4) == 0 ? random.nextInt(4) : 0;
        d.signedAt = random.nextInt(10) == 0 ? 0 : d.sentAt - random.nextInt((int) (2 * DAY_S)) + 1000;
        if (random.nextInt(2) == 0) {
            d.dueOn = (int) (d.sentAt / DAY_S) + random.nextInt(12) - 1;
        }
        if (number > 0) {
            refer(d, number, senders);
        }
        return d;
    }

    private void refer(DocumentSent d, int number, int[] senders) {
        // now and then a document that is not there, or itself
        int target = random.nextInt(10) == 0 ? random.nextInt(number + 3) : random.nextInt(number);
        if (random.nextInt(2) == 0) {
            d.answers = target;
            d.addReceiver(senders[Math.min(target, number - 1)]);
        } else {
            d.business = random.nextInt(BusinessType.values().length);
            d.concerns = target;
            if (random.nextInt(4) != 0) {
                d.sender = senders[Math.min(target, number - 1)];
            }
        }
    }

    private StatusReported status(DocumentSent document, int receiver, int ordinal, long start, long spanS) {
        StatusReported s = new StatusReported();
        s.thread = document.thread;
        s.ordinal = ordinal;
        s.document = random.nextInt(60) == 0 ? 9 : document.document;
        s.receiver = random.nextInt(60) == 0 ? random.nextInt(100) : receiver;
        s.status = random.nextInt(100) == 0 ? 7 : CODES[random.nextInt(CODES.length)];
        s.occurredAt = random.nextInt(8) == 0 ? within(start, spanS) : within(document.sentAt, DAY_S);
        if (s.status == 13 && random.nextInt(3) != 0) {
            s.reporter = document.sender;
        }
        return s;
    }

    /** Often at full hours, so that times meet. */
    private long within(long from, long spanS) {
        long at = from + (long) (random.nextDouble() * spanS);
        return random.nextInt(3) == 0 ? at - at % 3_600 : at;
    }

    /** Every event once, when it occurs. */
    static List<Delivery> undisturbed(List<Event> events) {
        List<Delivery> deliveries = new ArrayList<>();
        for (Event event : events) {
            deliveries.add(new Delivery(event, event.occurredAt()));
        }
        return deliveries;
    }

    /** Each event delayed by up to so much, so that events overtake each other; a share of them delivered more than once. */
    static List<Delivery> disturbed(List<Event> events, long seed, long delayS, int duplicatePercent) {
        Random random = new Random(seed);
        List<Delivery> deliveries = new ArrayList<>();
        for (Event event : events) {
            do {
                // most are hardly delayed
                double share = Math.pow(random.nextDouble(), 3);
                deliveries.add(new Delivery(event, event.occurredAt() + (long) (share * delayS)));
            } while (random.nextInt(100) < duplicatePercent);
        }
        Collections.shuffle(deliveries, random);
        deliveries.sort(Comparator.comparingLong(Delivery::emittedAt));
        return deliveries;
    }

    /** How many events are delivered after one of their own thread that occurred later. */
    static int moved(List<Delivery> deliveries) {
        Map<Long, Long> latest = new HashMap<>();
        Set<Event> seen = new HashSet<>();
        int moved = 0;
        for (Delivery delivery : deliveries) {
            Event event = delivery.event();
            if (seen.add(event)) {
                long newest = latest.merge(event.thread(), event.occurredAt(), Math::max);
                moved += event.occurredAt() < newest ? 1 : 0;
            }
        }
        return moved;
    }

    static byte[] write(Source source, Delivery delivery) {
        return delivery.event().document() != null
                ? source.document(delivery.event().document(), delivery.emittedAt())
                : source.status(delivery.event().status(), delivery.emittedAt());
    }

    /** One source, one partition. */
    static List<byte[]> records(List<Delivery> deliveries, Rules rules) {
        Source source = new Source(0);
        List<byte[]> records = new ArrayList<>();
        records.add(source.started(Source.run(rules, 1, AGENCIES)));
        long clock = 0;
        for (Delivery delivery : deliveries) {
            clock = Math.max(clock, delivery.emittedAt());
            records.add(write(source, delivery));
        }
        records.add(source.ended(Math.max(clock, Source.ENDS_AT)));
        return records;
    }

    /**
     * Several sources, each owning every k-th thread, in several partitions, each owning every p-th; how the sources'
     * records lie among each other in a partition's log is random, and so are ticks.
     */
    static List<List<byte[]>> partitions(
            List<Delivery> deliveries, Rules rules, int sources, int partitions, long seed) {
        List<List<byte[]>> logs = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            logs.add(log(deliveries, rules, sources, partitions, partition, new Random(seed + partition)));
        }
        return logs;
    }

    private static List<byte[]> log(
            List<Delivery> deliveries, Rules rules, int sources, int partitions, int partition, Random random) {
        List<List<byte[]>> bySource = new ArrayList<>();
        for (int s = 0; s < sources; s++) {
            Source source = new Source(s);
            List<byte[]> records = new ArrayList<>();
            records.add(source.started(Source.run(rules, sources, AGENCIES)));
            for (Delivery delivery : deliveries) {
                long thread = delivery.event().thread();
                boolean here = thread % sources == s && thread / sources % partitions == partition;
                if (here) {
                    records.add(write(source, delivery));
                } else if (random.nextInt(50) == 0) {
                    records.add(source.tick(delivery.emittedAt()));
                }
            }
            records.add(source.ended(Source.ENDS_AT + 30 * DAY_S));
            bySource.add(records);
        }
        return merge(bySource, random);
    }

    private static List<byte[]> merge(List<List<byte[]>> bySource, Random random) {
        int[] next = new int[bySource.size()];
        List<byte[]> log = new ArrayList<>();
        int left = bySource.stream().mapToInt(List::size).sum();
        // every source starts before anything else is read, or its records would be of an unknown run
        for (int s = 0; s < next.length; s++) {
            log.add(bySource.get(s).get(next[s]++));
            left--;
        }
        while (left > 0) {
            int source = random.nextInt(next.length);
            // bursts, so that sources run far ahead of each other
            for (int burst = random.nextInt(200);
                    burst > 0 && next[source] < bySource.get(source).size();
                    burst--) {
                log.add(bySource.get(source).get(next[source]++));
                left--;
            }
        }
        return log;
    }
}
