/** Whether whole batches are handed to Kafka's clients, past their work for each record, and how these clients are wrapped. */
package io.docaxis.common.kafka.fastpath;
