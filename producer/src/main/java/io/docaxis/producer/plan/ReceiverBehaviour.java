package io.docaxis.producer.plan;

import io.docaxis.producer.scenario.Behaviour;

/** How a receiver behaves, with its distributions ready to draw from. Immutable. */
record ReceiverBehaviour(
        Behaviour.Acknowledgement acknowledgement,
        Behaviour.Processing processing,
        Behaviour.Response response,
        Behaviour.RecallAnswer recallAnswer,
        DurationDistribution acknowledgeLateBy,
        DurationDistribution respondLateBy,
        DurationDistribution recallLateBy) {

    static ReceiverBehaviour of(Behaviour behaviour) {
        return new ReceiverBehaviour(
                behaviour.acknowledgement(),
                behaviour.processing(),
                behaviour.response(),
                behaviour.recallAnswer(),
                new DurationDistribution(behaviour.acknowledgement().acknowledgeLateBy()),
                new DurationDistribution(behaviour.response().respondLateBy()),
                new DurationDistribution(behaviour.recallAnswer().recallLateBy()));
    }
}
