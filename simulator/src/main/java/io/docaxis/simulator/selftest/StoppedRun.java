package io.docaxis.simulator.selftest;

import io.docaxis.common.event.Topics;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.ThreadPlanner;
import io.docaxis.producer.plan.World;
import io.docaxis.simulator.process.ClusterView;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * Where an error is planted: a run that was consumed up to a document, or just beyond it, by consumers that have stopped.
 *
 * @param before what they remembered before the document
 * @param now what they remember
 */
record StoppedRun(
        World world, Topics topics, ClusterView offsets, LoggedDocument document, StoredState before, StoredState now) {

    /** The partition of the events that the document is in. */
    TopicPartition partition() {
        return new TopicPartition(topics.events(), document.sent().partition());
    }

    /** An acknowledgement of the document that will have come on time. */
    Conclusion acknowledgedOnTime() {
        return acknowledgedOnTime(world, document).orElseThrow();
    }

    /** An acknowledgement of a document that comes on time, if the plan has one. */
    static Optional<Conclusion> acknowledgedOnTime(World world, LoggedDocument document) {
        ThreadPlan plan = new ThreadPlan();
        new ThreadPlanner(world).plan(document.content().thread, plan);
        return IntStream.range(0, plan.conclusions())
                .mapToObj(plan::conclusion)
                .filter(conclusion ->
                        conclusion.obligation == Obligation.ACKNOWLEDGE && conclusion.outcome == Outcome.ON_TIME)
                .findFirst();
    }

    /** Books a conclusion of the document with another outcome, once or minus once. */
    void conclude(Tally tally, int times, Conclusion planned, Outcome outcome, long latenessS) {
        tally.conclude(times, world.scenario().agencies(), planned.outcome(outcome, planned.deadline, latenessS));
    }
}
