/**
 * Records read from the broker's batches as they lie, past what Kafka's consumer does with each record; it does what is not
 * understood here.
 */
package io.docaxis.consumer.fastfetch;
