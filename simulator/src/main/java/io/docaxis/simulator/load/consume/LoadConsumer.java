package io.docaxis.simulator.load.consume;

import io.docaxis.common.kafka.ClusterException;
import java.util.OptionalLong;

/**
 * Whoever consumes what a load sends, from before its first record on. A load treats all of them alike: it never waits for one that
 * stands still. Thread-safe to ask; asking costs no request.
 */
public interface LoadConsumer extends AutoCloseable {

    /** Beyond every offset: it needs no record of a partition. */
    long NOTHING_TO_READ = Long.MAX_VALUE;

    /** Nobody consumes. */
    LoadConsumer NONE = new LoadConsumer() {
        @Override
        public ConsumerProgress progress() {
            return ConsumerProgress.UNKNOWN;
        }

        @Override
        public void sendingEnded(long lastAcknowledgedAtNs) {
            // there is nothing to drain
        }

        @Override
        public Drained drained() {
            return new Drained(Drained.State.DRAINED, "nobody consumes", OptionalLong.empty(), OptionalLong.empty());
        }

        @Override
        public OptionalLong passed(int partition) {
            return OptionalLong.of(NOTHING_TO_READ);
        }

        @Override
        public void close() {
            // there is nothing to stop
        }
    };

    /**
     * How far it has come.
     *
     * @throws ClusterException if it has stopped for good because the cluster does not allow or have what it needs
     */
    ConsumerProgress progress();

    /**
     * Nothing more is sent: what the topic has now is what there is to read.
     *
     * @param lastAcknowledgedAtNs when the last acknowledgement came, by the process' clock
     */
    void sendingEnded(long lastAcknowledgedAtNs);

    /**
     * Whether it has read all that was sent, as it was when sending ended.
     *
     * @throws ClusterException as {@link #progress}
     */
    Drained drained();

    /** The offset of a partition below which it needs no record any more; empty: unknown. */
    OptionalLong passed(int partition);

    @Override
    void close();
}
