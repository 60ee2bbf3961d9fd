package io.docaxis.simulator.drill;

import io.docaxis.producer.plan.Draws;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.report.Wording;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/**
 * The only consumer runs one second in four, so that it falls behind. Nothing need be read again: it counts if it stood still
 * while it was stopped, and fell behind by a tenth of all events.
 */
final class SlowConsumer implements Fault {

    private static final int PULSES = 3;
    private static final long STOP_MS = 3_000;
    private static final long RUN_MS = 1_000;
    /** Commits on their way when it is stopped may still arrive. */
    private static final long SETTLE_MS = 200;

    private long mostLag;
    private boolean moved;
    private long events;

    /** So that more comes in all the while. */
    @Override
    public long playS(long startMs) {
        return 2 * PULSES * (STOP_MS + RUN_MS) / 1000 + startMs / 1000;
    }

    @Override
    public int moment(Draws draws) {
        return 12 + draws.below(31);
    }

    @Override
    public InjectedFault strike(Pipeline pipeline) throws InterruptedException {
        events = pipeline.events();
        ProgramProcess consumer = pipeline.consumers().get(0).process();
        for (int pulse = 0; pulse < PULSES; pulse++) {
            if (pulse > 0) {
                TimeUnit.MILLISECONDS.sleep(RUN_MS);
            }
            consumer.signal("STOP");
            TimeUnit.MILLISECONDS.sleep(SETTLE_MS);
            long before = pipeline.applied();
            TimeUnit.MILLISECONDS.sleep(STOP_MS - SETTLE_MS);
            long after = pipeline.applied();
            moved |= after != before;
            mostLag = Math.max(mostLag, pipeline.records() - after);
            consumer.signal("CONT");
        }
        long atNs = System.nanoTime();
        // recovered is what has read everything that was there when it was let go
        Map<TopicPartition, Long> backlog = pipeline.ends();
        backlog.replaceAll((partition, end) -> end - 1);
        return new InjectedFault(
                "SIGSTOP for " + PULSES + " times " + STOP_MS / 1000 + " s, up to " + Wording.number(mostLag)
                        + " behind",
                atNs,
                backlog);
    }

    @Override
    public Optional<String> emptiness(Rework rework) {
        if (moved) {
            return Optional.of("it went on while it was stopped");
        }
        return mostLag * 10 >= events ? Optional.empty() : Optional.of("it was never a tenth of all events behind");
    }
}
