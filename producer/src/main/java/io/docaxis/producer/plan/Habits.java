package io.docaxis.producer.plan;

import io.docaxis.producer.scenario.Scenario;

/** How a receiver behaves, ready to draw from. Immutable. */
record Habits(Scenario.Behaviour shares, Quantiles acknowledgeLateBy, Quantiles respondLateBy, Quantiles recallLateBy) {

    static Habits of(Scenario.Behaviour behaviour) {
        return new Habits(
                behaviour,
                new Quantiles(behaviour.acknowledgeLateBy()),
                new Quantiles(behaviour.respondLateBy()),
                new Quantiles(behaviour.recallLateBy()));
    }
}
