/**
 * From events to deliveries: {@code Channel} delays, repeats and damages a thread's events, and {@link
 * io.docaxis.producer.emission.Emission} yields the deliveries of one source in the order of their time; its memory holds what is
 * open at once. Pure, like the plan.
 */
package io.docaxis.producer.emission;
