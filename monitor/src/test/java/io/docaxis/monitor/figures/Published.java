package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SourceProgress;

/** A tally topic with two partitions typed by hand: partition 0 at 1,000 s with two documents, partition 1 at 400 s with none. */
final class Published {

    static final long RUN = 7;

    private Published() {}

    static TallySnapshot snapshot(long takenAtMs) {
        LastRun lastRun = new LastRun();
        TallyReader reader = new TallyReader(lastRun);
        readInto(reader);
        return lastRun.snapshot(reader, takenAtMs);
    }

    static void readInto(TallyReader reader) {
        Tally tally = new Tally();
        AgencyCatalogue agencies = AgencyCatalogue.level1();
        // agency 0 is a ministry, agency 87 a province
        tally.document(agencies, new Conclusion().about(1, 0, 0, 0, 0), 19_000, 100);
        tally.dispatch(agencies, 1, 0, 87, 19_000);
        tally.dispatch(agencies, 1, 0, 86, 19_000);
        conclude(tally, 87, Outcome.LATE, 60);
        conclude(tally, 86, Outcome.OVERDUE, 0);
        tally.count(Counter.APPLIED, 2);
        tally.count(Counter.DEAD_LETTER_CHECKSUM, 3);
        tally.count(Counter.SETTLED, 1);
        tally.sorted().forEach(cell -> reader.read(TallyCodec.cellKey(RUN, 0, cell.key()), TallyCodec.cell(cell)));
        reader.read(TallyCodec.headerKey(RUN, 0), header(5, 1_000, 1_200));
        reader.read(TallyCodec.headerKey(RUN, 1), header(2, 400, 450));
    }

    private static void conclude(Tally tally, int receiver, Outcome outcome, long latenessS) {
        Conclusion conclusion = new Conclusion()
                .about(1, 0, 0, 0, 0)
                .obligation(Obligation.ACKNOWLEDGE, receiver, 19_000)
                .outcome(outcome, 500, latenessS);
        tally.conclude(1, AgencyCatalogue.level1(), conclusion);
    }

    private static byte[] header(long records, long watermark, long newest) {
        return PartHeader.newBuilder()
                .setContractVersion(ContractVersion.CURRENT)
                .setParts(2)
                .setRecords(records)
                .setWatermark(watermark)
                .setAnnouncedUntil(watermark + 60)
                .addSources(SourceProgress.newBuilder().setEmittedAt(newest))
                .build()
                .toByteArray();
    }
}
