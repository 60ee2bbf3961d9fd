package io.docaxis.simulator.drill;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A fault that has happened.
 *
 * @param what was done, in words
 * @param atNs when recovery began, of {@link System#nanoTime}: at a kill, or at the end of a freeze
 * @param offsets where it was: the pipeline has recovered once something beyond them is committed in every partition
 */
record InjectedFault(String what, long atNs, Map<TopicPartition, Long> offsets) {}
