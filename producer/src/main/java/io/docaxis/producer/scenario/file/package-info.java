/**
 * A scenario from file to value: text → tree of nodes → values by key, each checked alone ({@link
 * io.docaxis.producer.scenario.file.Section} and the classes named Keys) → checks between keys → {@link
 * io.docaxis.producer.scenario.Scenario}. Start reading at {@link io.docaxis.producer.scenario.file.Scenarios}.
 */
package io.docaxis.producer.scenario.file;
