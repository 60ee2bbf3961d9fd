/**
 * From what happens to what is delivered: {@code Channel} delays, repeats and damages a thread's events,
 * {@link io.docaxis.producer.emission.Emission} gives the deliveries of one source in the order of their time, with memory
 * for what is open at once. Pure, as the plan.
 */
package io.docaxis.producer.emission;
