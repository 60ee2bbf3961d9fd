package io.docaxis.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ConcurrentTransactionsException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FencedByAbortTest {

    private static final Map<TopicPartition, OffsetAndMetadata> OFFSETS =
            Map.of(new TopicPartition("events", 0), new OffsetAndMetadata(1));

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final HeardTimes heard = new HeardTimes();
    private final FencedByAbort producer = new FencedByAbort(kafka, heard);
    /** What Streams is told of the last record. */
    private final AtomicReference<Exception> told = new AtomicReference<>();

    @BeforeEach
    void begin() {
        producer.initTransactions();
        producer.beginTransaction();
    }

    /** After these another producer begins with no transaction, and gets further. */
    static Stream<RuntimeException> lost() {
        return Stream.of(
                new TimeoutException("no answer"),
                new ConcurrentTransactionsException("the one before is not done"),
                new InvalidTxnStateException("no such transaction"),
                new TransactionAbortableException("abort it"),
                new OutOfOrderSequenceException("one is missing"),
                new UnknownProducerIdException("who?"),
                new KafkaException("in an error state", new InvalidTxnStateException("no such transaction")));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void isFencedWhereATransactionCannotBeCommitted(RuntimeException why) {
        kafka.commitTransactionException = why;

        assertThatThrownBy(producer::commitTransaction)
                .isInstanceOf(ProducerFencedException.class)
                .hasCause(why);
        assertFenced();
    }

    @ParameterizedTest
    @MethodSource("lost")
    void isFencedWhereItsOffsetsAreNotTaken(RuntimeException why) {
        kafka.sendOffsetsToTransactionException = why;

        assertThatThrownBy(this::sendOffsets).isInstanceOf(ProducerFencedException.class);
        assertFenced();
    }

    @ParameterizedTest
    @MethodSource("lost")
    void isFencedWhereARecordIsNotAcknowledged(RuntimeException why) {
        send();
        kafka.errorNext(why);

        assertThat(told.get()).isInstanceOf(ProducerFencedException.class);
        assertFenced();
    }

    @Test
    void isFencedByAnAbort() {
        producer.abortTransaction();

        assertFenced();
    }

    /** Nobody who comes after it gets further: Streams is to say so and end. */
    @Test
    void passesOnWhatAnotherProducerWouldMeetToo() {
        TransactionalIdAuthorizationException forbidden = new TransactionalIdAuthorizationException("forbidden");
        kafka.commitTransactionException = forbidden;
        assertThatThrownBy(producer::commitTransaction).isSameAs(forbidden);

        RecordTooLargeException tooLarge = new RecordTooLargeException("too large");
        send();
        kafka.errorNext(tooLarge);
        assertThat(told.get()).isSameAs(tooLarge);
    }

    @Test
    void commitsAndGoesOn() {
        send();
        kafka.completeNext();
        sendOffsets();
        assertThat(heard.lines()).isEmpty();
        producer.commitTransaction();
        assertThat(heard.lines()).containsExactly("committed events-0 up to 1");
        producer.beginTransaction();

        assertThat(told.get()).isNull();
        assertThat(kafka.commitCount()).isEqualTo(1);
    }

    private void send() {
        producer.send(new ProducerRecord<>("tally", new byte[0]), (sent, e) -> told.set(e));
    }

    private void sendOffsets() {
        producer.sendOffsetsToTransaction(OFFSETS, new MockConsumer<byte[], byte[]>("earliest").groupMetadata());
    }

    private void assertFenced() {
        kafka.commitTransactionException = null;
        assertThatThrownBy(producer::beginTransaction).isInstanceOf(ProducerFencedException.class);
        assertThatThrownBy(this::sendOffsets).isInstanceOf(ProducerFencedException.class);
        assertThatThrownBy(producer::commitTransaction).isInstanceOf(ProducerFencedException.class);
        assertThat(kafka.commitCount()).isZero();
        assertThat(heard.lines()).isEmpty();
    }

    /** Streams asks for each task of a commit. */
    @Test
    void waitsForTheBrokerOnceInACommit() {
        send();
        producer.flush();
        assertThat(kafka.flushed()).isFalse();

        producer.commitTransaction();
        assertThat(kafka.flushed()).isTrue();
        assertThat(kafka.history()).hasSize(1);
    }

    /** Positions of a transaction are its own. */
    @Test
    void saysOfATransactionWithoutPositionsThatItHadNone() {
        sendOffsets();
        producer.commitTransaction();
        producer.beginTransaction();
        producer.commitTransaction();

        assertThat(heard.lines()).containsExactly("committed events-0 up to 1", "committed");
    }
}
