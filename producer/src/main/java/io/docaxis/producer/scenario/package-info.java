/**
 * A scenario from file to value: text → tree of nodes → values by key, each checked alone ({@link
 * io.docaxis.producer.scenario.Section} and the classes named Keys) → checks between keys → {@link
 * io.docaxis.producer.scenario.Scenario}. Start reading at {@link io.docaxis.producer.scenario.Scenarios}.
 */
package io.docaxis.producer.scenario;
