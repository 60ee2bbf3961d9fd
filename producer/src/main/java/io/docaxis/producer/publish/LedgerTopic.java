package io.docaxis.producer.publish;

import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.producer.ledger.Ledger;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A source's ledger as records of its compacted topic: cells and sketch first, the header that says "ended" last. */
final class LedgerTopic {

    private final Destination to;
    private final RunIdentity run;
    private final long runHash;
    private final int source;
    private final Optional<Live> live;

    /** @param live the anchor of a live run */
    LedgerTopic(Destination to, RunIdentity run, int source, Optional<Live> live) {
        this.to = to;
        this.run = run;
        this.source = source;
        this.live = live;
        runHash = run.hash();
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
                .setEndsAt(ledger.excerpt().endsAt())
                .setUtcOffsetS(scenario.calendar().utcOffsetS())
                .setDepartments(scenario.agencies().departments())
                .setCommunes(scenario.agencies().communes())
                .setEnded(ended)
                .setComplete(ended && counts.areAllAcknowledged())
                .setRecords(counts.records())
                .setBooks(counts.books(ledger))
                .addAllWindows(PlantedWindows.of(scenario));
        if (!run.isFromTheStart()) {
            header.setBeginAt(run.startsAt());
        }
        live.ifPresent(header::setLive);
        records.accept(TallyCodec.headerKey(runHash, source), header.build().toByteArray());
    }
}
