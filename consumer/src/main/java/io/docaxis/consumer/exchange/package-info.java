/**
 * What a record does to the state: {@link io.docaxis.consumer.exchange.Exchange} counts each under one name, {@code Intake}
 * rejects what cannot be, {@code Correspondence} brings together what belongs together. Knows no Kafka.
 */
package io.docaxis.consumer.exchange;
