package io.docaxis.producer.plan;

import io.docaxis.producer.scenario.Scenario;

/** How a receiver behaves, ready to draw from. Immutable. */
record ReceiverBehaviour(
        Scenario.Behaviour shares,
        DurationDistribution acknowledgeLateBy,
        DurationDistribution respondLateBy,
        DurationDistribution recallLateBy) {

    static ReceiverBehaviour of(Scenario.Behaviour behaviour) {
        return new ReceiverBehaviour(
                behaviour,
                new DurationDistribution(behaviour.acknowledgeLateBy()),
                new DurationDistribution(behaviour.respondLateBy()),
                new DurationDistribution(behaviour.recallLateBy()));
    }
}
