package io.docaxis.monitor.lag;

import io.docaxis.common.kafka.Reason;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.PolledSource;
import io.docaxis.monitor.cluster.RefusedException;
import java.util.List;

/** The lag of the group, asked for by a reader; whether that was answered is what is known of the cluster. */
final class LagSource implements PolledSource<LagSnapshot> {

    private final LagReader reader;
    private final ClusterContact contact;

    LagSource(LagReader reader, ClusterContact contact) {
        this.reader = reader;
        this.contact = contact;
    }

    @Override
    public LagSnapshot read() throws InterruptedException {
        try {
            LagSnapshot lag = reader.read();
            List<Integer> silent = lag.silentPartitions();
            if (silent.isEmpty()) {
                contact.answered();
            } else {
                contact.unanswered("nobody answers for partitions " + silent + " of topic '" + lag.topic() + "'");
            }
            return lag;
        } catch (RefusedException e) {
            contact.refused(e);
            throw e;
        } catch (Throwable e) {
            contact.unanswered(Reason.of(e));
            throw e;
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
