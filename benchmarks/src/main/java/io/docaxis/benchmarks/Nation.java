package io.docaxis.benchmarks;

import io.docaxis.common.event.EventKind;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.EventEncoder;
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
        EventEncoder encoder = encoder(world);
        List<byte[]> log = new ArrayList<>();
        log.add(start(world, encoder));
        Emission emission = emission(world);
        Delivery delivery = new Delivery();
        while (emission.next(delivery)) {
            if (delivery.kind != Delivery.Kind.DAMAGED) {
                encoder.envelope(log.size(), delivery.emittedAt, 0);
                log.add(encoder.value(delivery));
            }
        }
        return log;
    }

    /** Of the one source of the world's run. */
    static EventEncoder encoder(World world) {
        return new EventEncoder(run(world).hash(), 0);
    }

    /** The start marker of that run. */
    static byte[] start(World world, EventEncoder encoder) {
        return encoder.marker(EventKind.RUN_STARTED, run(world).runStarted(), world.startsAt(), 0);
    }

    private static RunIdentity run(World world) {
        return new RunIdentity(world.scenario(), world.seed(), 1);
    }
}
