package io.docaxis.producer.publish;

import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.topic.TallyTopic;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.producer.ledger.Ledger;
import java.util.Map;
import java.util.function.BiConsumer;

/** A source's ledger as records of its compacted topic: cells and sketch first, the header that says "ended" last. */
final class LedgerTopic {

    private final Destination to;
    private final RunIdentity run;
    private final long runHash;
    private final int source;

    LedgerTopic(Destination to, RunIdentity run, int source) {
        this.to = to;
        this.run = run;
        this.source = source;
        runHash = run.hash();
    }

    /**
     * Whether this source has begun before.
     *
     * @throws UsedPrefixException if another run's ledger is there
     * @throws ClusterException if the run began, in whatever source, with another number of partitions
     */
    boolean isBegun() {
        String name = to.topics().ledger();
        try (TallyTopic topic = new TallyTopic(to.cluster(), name)) {
            TallyReader reader = topic.readToEnd();
            if (reader.runs().stream().anyMatch(other -> other != runHash)) {
                throw new UsedPrefixException("topic '" + name
                        + "' holds the ledger of another run: use another --prefix, or --fresh to delete it");
            }
            Map<Integer, PartHeader> headers = reader.headers(runHash);
            headers.values().forEach(header -> requireSame(header.getEventsPartitions()));
            return headers.containsKey(source);
        }
    }

    /** With another number of partitions threads, and the sequences of each partition, would be elsewhere. */
    private void requireSame(int partitionsBefore) {
        int partitions = to.prepared().partitions();
        if (partitionsBefore != 0 && partitionsBefore != partitions) {
            throw new ClusterException("topic '" + to.topics().events() + "' has " + partitions
                    + " partitions, and had " + partitionsBefore
                    + " when this run began: it cannot go on there; use another --prefix, or --fresh to begin anew");
        }
    }

    /** Gives key and value of every record of a ledger that is closed. */
    void write(Ledger ledger, SendCounts counts, BiConsumer<byte[], byte[]> records) {
        Tally expected = ledger.expected();
        expected.takeChanged(
                Tally.PUBLISHED,
                cell -> records.accept(TallyCodec.cellKey(runHash, source, cell.key()), TallyCodec.cell(cell)));
        records.accept(TallyCodec.sketchKey(runHash, source), TallyCodec.sketch(expected.sketch()));
        writeHeader(ledger, counts, counts.failure() == null, records);
    }

    /** @param ended whether everything is in the log, and the ledger with it */
    void writeHeader(Ledger ledger, SendCounts counts, boolean ended, BiConsumer<byte[], byte[]> records) {
        var scenario = run.scenario();
        PartHeader.Builder header = PartHeader.newBuilder()
                .setContractVersion(ContractVersion.CURRENT)
                .setRunId(run.id())
                .setScenario(scenario.name())
                .setSeed(run.seed())
                .setParts(run.sources())
                .setEventsPartitions(to.prepared().partitions())
                .setStartsAt(run.startsAt())
                .setEndsAt(run.endsAt())
                .setUtcOffsetS(scenario.calendar().utcOffsetS())
                .setDepartments(scenario.agencies().departments())
                .setCommunes(scenario.agencies().communes())
                .setEnded(ended)
                .setComplete(ended)
                .setRecords(counts.records())
                .setBooks(counts.books(ledger));
        if (!run.isFromTheStart()) {
            header.setBeginAt(run.startsAt());
        }
        records.accept(TallyCodec.headerKey(runHash, source), header.build().toByteArray());
    }
}
