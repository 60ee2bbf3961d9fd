package io.docaxis.simulator.planted;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Topics;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.plan.PlannedObligation;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.ThreadPlanner;
import io.docaxis.producer.plan.World;
import io.docaxis.simulator.outside.Offsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * Where an error is planted: a run that was consumed up to a letter, or just beyond it, by consumers that have stopped.
 *
 * @param before what they remembered before the letter
 * @param now what they remember
 */
record Bed(World world, Topics topics, Offsets offsets, Letter letter, StoredState before, StoredState now) {

    /** The partition of the events that the letter is in. */
    TopicPartition partition() {
        return new TopicPartition(topics.events(), letter.sent().partition());
    }

    /** An acknowledgement of the letter that will have come on time. */
    PlannedObligation acknowledgedOnTime() {
        return acknowledgedOnTime(world, letter).orElseThrow();
    }

    /** An acknowledgement of a letter that comes on time, if the plan has one. */
    static Optional<PlannedObligation> acknowledgedOnTime(World world, Letter letter) {
        ThreadPlan plan = new ThreadPlan();
        new ThreadPlanner(world).plan(letter.content().thread, plan);
        return IntStream.range(0, plan.obligations())
                .mapToObj(plan::obligation)
                .filter(conclusion ->
                        conclusion.obligation() == Obligation.ACKNOWLEDGE && conclusion.outcome() == Outcome.ON_TIME)
                .findFirst();
    }

    /** Books a conclusion of the letter with another outcome, once or minus once. */
    void conclude(Tally tally, int times, PlannedObligation planned, Outcome outcome, long latenessS) {
        DocumentSent content = letter.content();
        Conclusion other = new Conclusion()
                .about(content.thread, planned.document(), content.sender, content.type, content.urgency)
                .obligation(planned.obligation(), planned.receiver(), planned.openedOn())
                .outcome(outcome, planned.deadline(), latenessS);
        tally.conclude(times, world.scenario().agencies(), other);
    }
}
