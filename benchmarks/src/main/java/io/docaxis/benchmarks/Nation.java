package io.docaxis.benchmarks;

import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import java.util.ArrayList;
import java.util.List;

/** The national scenario, small enough for memory: its world, and its events as one partition's log would hold them. */
final class Nation {

    static final int DOCUMENTS = 20_000;

    private Nation() {}

    static World world() {
        return world(DOCUMENTS);
    }

    static World world(long documents) {
        Scenario scenario = Scenarios.read("national-2023").scaled(documents);
        return new World(scenario, scenario.seed());
    }

    static Emission emission(World world) {
        return new Emission(world, 0, 1, new Ledger(world));
    }

    /** The start marker and every undamaged event, in order. */
    static List<byte[]> log(World world) {
        EventWriter writer = new EventWriter();
        Envelope envelope = new Envelope();
        List<byte[]> log = new ArrayList<>();
        log.add(start(world, writer, envelope));
        Emission emission = emission(world);
        Delivery delivery = new Delivery();
        while (emission.next(delivery)) {
            if (delivery.kind != Delivery.Kind.DAMAGED) {
                envelope.sequence++;
                envelope.emittedAt = delivery.emittedAt;
                log.add(encode(delivery, writer, envelope));
            }
        }
        return log;
    }

    /** The start marker of the world's run; the envelope is its run's from then on. */
    static byte[] start(World world, EventWriter writer, Envelope envelope) {
        RunIdentity run = new RunIdentity(world.scenario(), world.seed(), 1);
        envelope.run = run.hash();
        envelope.emittedAt = world.startsAt();
        return writer.write(envelope, EventKind.RUN_STARTED, run.runStarted());
    }

    /** The value of an undamaged delivery. */
    static byte[] encode(Delivery delivery, EventWriter writer, Envelope envelope) {
        return delivery.kind == Delivery.Kind.DOCUMENT
                ? writer.write(envelope, delivery.document)
                : writer.write(envelope, delivery.status);
    }
}
