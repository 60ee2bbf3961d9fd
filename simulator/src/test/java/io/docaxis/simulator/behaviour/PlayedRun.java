package io.docaxis.simulator.behaviour;

import io.docaxis.common.event.EncodedEvent;
import io.docaxis.common.event.Unreadable;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.consumer.exchange.ExchangeOutput;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.EventEncoder;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.simulator.PurePartitions;
import io.docaxis.simulator.PurePipeline;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A world played in memory, from plan to tally, and what is recorded of it: hashes over everything in its order, by source or
 * partition, so that only a commit's place depends on how sources take turns. Not thread-safe.
 */
final class PlayedRun implements PurePipeline.Witness {

    private static final String RUN = "run";
    private static final String EVENTS = "events";
    private static final String DELIVERIES = "deliveries";
    private static final String EXPECTED = "expected";
    private static final String CONCLUDED = "concluded";
    private static final String LATENESS = "lateness";

    /** Of what is recorded. */
    static final Set<String> NAMES = Set.of(RUN, EVENTS, DELIVERIES, EXPECTED, CONCLUDED, LATENESS);

    private static final int SOURCES = 2;
    private static final int PARTITIONS = 3;
    private static final int COMMIT_EVERY = 1000;

    private final World world;
    /** Of no run and source, and with no other envelope: what is left of an event is its content. */
    private final EventEncoder encoder = new EventEncoder(0, 0);

    private final Sha256[] events = hashes(SOURCES);
    private final Sha256[] deliveries = hashes(SOURCES);
    private final Sha256[] lateness = hashes(PARTITIONS);

    private PlayedRun(World world) {
        this.world = world;
    }

    /** By name, what is recorded of a world. */
    static SortedMap<String, String> of(World world) {
        return new PlayedRun(world).play();
    }

    private SortedMap<String, String> play() {
        RunIdentity run = new RunIdentity(world.scenario(), world.seed(), SOURCES);
        var partitions = new PurePartitions(PARTITIONS, partition -> new Announced(lateness[partition]), COMMIT_EVERY);
        PurePipeline.Outcome outcome = PurePipeline.run(Excerpt.whole(world), run.runStarted(), partitions, this);
        SortedMap<String, String> lines = new TreeMap<>();
        lines.put(RUN, run.id());
        lines.put(EVENTS, line(Sha256.of(events), "events"));
        lines.put(DELIVERIES, line(Sha256.of(deliveries), "deliveries"));
        lines.put(EXPECTED, line(cells(outcome.expected()), "cells"));
        lines.put(CONCLUDED, line(cells(outcome.concluded()), "cells"));
        lines.put(LATENESS, line(Sha256.of(lateness), "announcements"));
        return lines;
    }

    /** The content is the world's; when and how it comes is the channel's. */
    @Override
    public void saw(Delivery delivery, byte[] value) {
        int source = (int) (delivery.thread % SOURCES);
        Sha256 how = deliveries[source];
        how.next();
        how.add(delivery.emittedAt);
        how.add(delivery.thread);
        how.add(delivery.duplicate ? 1 : 0);
        how.add(delivery.dropped ? 1 : 0);
        how.add(delivery.damage.name().getBytes(StandardCharsets.US_ASCII));
        if (delivery.damage != Damage.NONE) {
            how.add(delivery.damageSeed);
        }
        if (delivery.damage == Damage.NONE || delivery.damage == Damage.CORRUPT_COPY) {
            content(events[source], delivery);
        }
    }

    private void content(Sha256 hash, Delivery delivery) {
        EncodedEvent event = encoder.encode(delivery);
        hash.next();
        hash.add(event.value(), event.length());
    }

    private static Sha256 cells(Tally tally) {
        Sha256 hash = new Sha256();
        for (Cell cell : tally.sorted()) {
            hash.next();
            hash.add(cell.key());
            hash.add(cell.count());
            hash.add(cell.fingerprint());
            hash.add(cell.latenessS());
            hash.add(cell.histogram().size());
            cell.histogram().forEach(hash::add);
        }
        hash.add(TallyCodec.sketch(tally.sketch()));
        return hash;
    }

    private static String line(Sha256 hash, String of) {
        return String.format(Locale.ROOT, "%,d %s, sha256 %s", hash.count(), of, hash.hex());
    }

    private static Sha256[] hashes(int count) {
        return Stream.generate(Sha256::new).limit(count).toArray(Sha256[]::new);
    }

    /** What is announced of lateness in a partition. */
    private record Announced(Sha256 hash) implements ExchangeOutput {

        @Override
        public void deadLetter(Unreadable reason, long offset) {
            // counted in the tally
        }

        @Override
        public void lateness(byte[] key, byte[] value) {
            hash.next();
            hash.add(key);
            hash.add(value);
        }
    }
}
