package io.docaxis.producer.fastsend;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Metric;

/**
 * Knows for how long Kafka's producer made the sending thread wait, for room in its buffer or for metadata: by the producer's own metrics,
 * which are asked only where handing on a record took long. Where there are no such metrics, nothing is known to have been waited for.
 */
final class TimedSends implements RecordSends {

    /** Shorter waits are found with the next long one. */
    private static final long LONG_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final List<String> WAITS = List.of("bufferpool-wait-time-ns-total", "metadata-wait-time-ns-total");

    private final RecordSends sends;
    private final LongSupplier nowNs;
    private final List<Metric> waits;
    private double seenNs;
    private long blockedNs;

    TimedSends(RecordSends sends, Producer<?, ?> producer, LongSupplier nowNs) {
        this.sends = sends;
        this.nowNs = nowNs;
        waits = producer.metrics().entrySet().stream()
                .filter(metric -> WAITS.contains(metric.getKey().name()))
                .<Metric>map(metric -> metric.getValue())
                .toList();
    }

    /** For how long in all. */
    long blockedNs() {
        return blockedNs;
    }

    @Override
    public Future<?> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        long beganAtNs = nowNs.getAsLong();
        Future<?> answer = sends.send(record, callback);
        long tookNs = nowNs.getAsLong() - beganAtNs;
        if (tookNs >= LONG_NS) {
            double waitedNs = waitedNs();
            blockedNs += isRefused(answer) ? tookNs : Math.min(tookNs, (long) (waitedNs - seenNs));
            seenNs = waitedNs;
        }
        return answer;
    }

    /** Whether all the waiting was for nothing, which the metrics may not say. */
    private static boolean isRefused(Future<?> answer) {
        if (answer == null) {
            return true;
        }
        if (!answer.isDone()) {
            return false;
        }
        try {
            answer.get();
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private double waitedNs() {
        double sumNs = 0;
        for (Metric metric : waits) {
            sumNs += metric.metricValue() instanceof Double ns ? ns : 0;
        }
        return sumNs;
    }

    @Override
    public void fail(Exception failure, Consumer<Exception> told) {
        sends.fail(failure, told);
    }

    @Override
    public void flush() {
        sends.flush();
    }

    @Override
    public void close(Duration timeout) {
        sends.close(timeout);
    }

    @Override
    public void close() {
        sends.close();
    }
}
