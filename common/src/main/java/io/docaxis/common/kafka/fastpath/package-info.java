/** Whether whole batches go past what Kafka's clients do with each record, and how those clients are got at. */
package io.docaxis.common.kafka.fastpath;
