package io.docaxis.producer.publish;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.TallyTopic;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.Map;
import java.util.function.BiConsumer;

/** The ledger as records of its compacted topic: cells and sketch first, the header that says "ended" last. */
final class LedgerTopic {

    private final long run;
    private final int source;

    LedgerTopic(long run, int source) {
        this.run = run;
        this.source = source;
    }

    /**
     * Whether this source has begun before.
     *
     * @param partitions of the events topic
     * @throws UsedPrefixException if another run's ledger is there
     * @throws ClusterException if the run began, in whatever source, with another number of partitions
     */
    boolean isBegun(Cluster cluster, Topics topics, int partitions) {
        try (TallyTopic topic = new TallyTopic(cluster, topics.ledger())) {
            TallyReader reader = topic.readToEnd();
            if (reader.runs().stream().anyMatch(other -> other != run)) {
                throw new UsedPrefixException("topic '" + topics.ledger()
                        + "' holds the ledger of another run: use another --prefix, or --fresh to delete it");
            }
            Map<Integer, PartHeader> headers = reader.headers(run);
            headers.values().forEach(header -> requireSame(topics, header.getEventsPartitions(), partitions));
            return headers.containsKey(source);
        }
    }

    /** With another number of partitions threads, and the sequences of each partition, would be elsewhere. */
    private static void requireSame(Topics topics, int before, int partitions) {
        if (before != 0 && before != partitions) {
            throw new ClusterException("topic '" + topics.events() + "' has " + partitions + " partitions, and had "
                    + before + " when this run began: it cannot go on there; use another --prefix, or --fresh to begin"
                    + " anew");
        }
    }

    /** Gives key and value of every record of a ledger that is closed. */
    void write(Tally expected, PartHeader header, BiConsumer<byte[], byte[]> to) {
        expected.takeChanged(
                Tally.PUBLISHED, cell -> to.accept(TallyCodec.cellKey(run, source, cell.key()), TallyCodec.cell(cell)));
        to.accept(TallyCodec.sketchKey(run, source), TallyCodec.sketch(expected.sketch()));
        writeHeader(header, to);
    }

    void writeHeader(PartHeader header, BiConsumer<byte[], byte[]> to) {
        to.accept(TallyCodec.headerKey(run, source), header.toByteArray());
    }
}
