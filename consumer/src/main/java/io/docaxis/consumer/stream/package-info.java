/**
 * The exchange inside Kafka Streams, exactly once: one processor and one store for each partition of events. Start reading at
 * {@code ExchangeTopology}.
 */
package io.docaxis.consumer.stream;
