package io.docaxis.producer.fastsend;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Kafka's producer, and what is done once a record fails for good. Sends are of one thread. */
interface RecordSends {

    /**
     * Hands a record on.
     *
     * @param callback hears what became of it
     * @return what Kafka's producer says of it, or null if that did not take it
     */
    Future<?> send(ProducerRecord<byte[], byte[]> record, Callback callback);

    /**
     * Ends it, unless it has ended, and gives up what waits; any thread.
     *
     * @param told first of all, before the producer's thread sends anything more
     */
    void fail(Exception failure, Consumer<Exception> told);

    void flush();

    void close(Duration timeout);

    void close();
}
