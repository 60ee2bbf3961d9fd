package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.watch.Watch;
import io.docaxis.simulator.service.StoppedEngine;
import io.docaxis.simulator.terminal.ProgressSnapshot;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a command wants to know of the consumer that runs in its process. */
final class LocalConsumer {

    private LocalConsumer() {}

    /**
     * How far all consumers together have come.
     *
     * @param unread what they can read and have not
     */
    static ProgressSnapshot progress(String phase, Figures figures, OptionalLong unread) {
        boolean known = figures.tally().isKnown();
        return new ProgressSnapshot(
                phase,
                figures.tally().watermark(),
                OptionalDouble.empty(),
                known ? OptionalLong.of(figures.tally().recordsRead()) : OptionalLong.empty(),
                OptionalLong.empty(),
                unread);
    }

    /** What all consumers together can read and have not; empty while it is unknown. */
    static OptionalLong unread(Watch monitor, Topics topics) {
        return monitor.groups()
                .map(groups -> groups.readable(topics.group(), topics.events()))
                .orElse(OptionalLong.empty());
    }

    /** Seconds by which the run's calendar is ahead of UTC; empty: nobody has said it yet. */
    static OptionalInt utcOffsetS(Figures figures) {
        return figures.tally().headers().values().stream()
                .filter(PartHeader::hasUtcOffsetS)
                .mapToInt(PartHeader::getUtcOffsetS)
                .findFirst();
    }

    /**
     * Does nothing while the engine runs.
     *
     * @throws ClusterException if it has stopped because the cluster does not allow what it wants, or has state of another version
     * @throws IncompleteException if it has stopped for good for another reason
     */
    static void requireRunning(Engine engine, Topics topics, ConsumerOptions options) {
        StoppedEngine.failure(engine, topics, options::transactionTooLong).ifPresent(why -> {
            throw new IncompleteException("the consumer stopped: " + why);
        });
    }
}
