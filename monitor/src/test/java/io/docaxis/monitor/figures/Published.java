package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.lateness.OverdueDuties;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.DutyRevisions;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SourceProgress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tally topic with two partitions typed by hand: partition 0 at 1,000 s with two documents, partition 1 at 400 s with none. */
final class Published {

    static final long RUN = 7;
    private static final AgencyCatalogue AGENCIES = AgencyCatalogue.level1();

    private Published() {}

    static TallySnapshot snapshot(long takenAtMs) {
        LastRun lastRun = new LastRun();
        TallyReader reader = new TallyReader(lastRun);
        readInto(reader);
        return lastRun.snapshot(reader, takenAtMs);
    }

    /** A round that found that much, an agency that is silent, and one that is not. */
    static Round round(TallySnapshot tally) {
        List<Silence> silence = new ArrayList<>(Collections.nCopies(88, Silence.LEARNING));
        silence.set(87, Silence.SILENT);
        silence.set(86, Silence.HEARD);
        return new Round(tally, Set.of(1), silence, Optional.of(tally.due(Long.MAX_VALUE)), true);
    }

    /** What is overdue is so for sure; empty: the tally is not known. */
    static Optional<ResponseFigures> response(TallySnapshot tally) {
        return response(tally, 1);
    }

    /** The rules of a run, in so far as figures want them. */
    static RunStarted.Builder marker() {
        return RunStarted.newBuilder()
                .setHorizonS(604_800)
                .setFinalAfterWorkingDays(60)
                .setUrgentS(3)
                .setVeryUrgentS(2)
                .setExpressS(1)
                .setCalendarLastDay(20_000)
                .setMorningOpensS(1)
                .setMorningClosesS(2)
                .setAfternoonOpensS(3)
                .setAfternoonClosesS(4);
    }

    /** The same, of a thread. */
    static Optional<ResponseFigures> response(TallySnapshot tally, long thread) {
        if (!tally.isKnown()) {
            return Optional.empty();
        }
        RunRules rules = new RunRules(marker().build());
        OverdueDuties duties = new OverdueDuties(RUN);
        LatenessReader reader = new LatenessReader(duties);
        Lateness overdue = Lateness.newBuilder()
                .setRun(RUN)
                .setRevision(1)
                .setKind(Lateness.Kind.OVERDUE)
                .setThread(thread)
                .setReceiver(AGENCIES.code(86).value())
                .setDebtor(AGENCIES.code(86).value())
                .setAsker(AGENCIES.code(0).value())
                .setObligation("acknowledge")
                .setDeadline(500)
                .setWatermark(900)
                .setDocumentNumber(AGENCIES.code(0).value() + ".1970.T" + thread + "-0")
                .build();
        reader.read(
                0,
                0,
                0,
                (thread + "/0/" + AGENCIES.code(86).value() + "/acknowledge").getBytes(StandardCharsets.UTF_8),
                overdue.toByteArray());
        if (reader.bad() > 0) {
            throw new AssertionError(reader.problems());
        }
        return Optional.of(ResponseFigures.of(duties.all(), tally, rules));
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
                .setRevisions(DutyRevisions.newBuilder()
                        .setRevisions(1)
                        .addAllOnTime(List.of(0L, 0L, 0L, 0L))
                        .addAllLate(List.of(0L, 0L, 0L, 0L))
                        .addAllOverdue(List.of(0L, 0L, 0L, 0L)))
                .setWatermark(watermark)
                .setAnnouncedUntil(watermark + 60)
                .addSources(SourceProgress.newBuilder().setEmittedAt(newest))
                .addSources(SourceProgress.newBuilder().setSource(1).setEmittedAt(watermark))
                .setRunId("run")
                .setScenario("story")
                .setSeed(9)
                .build()
                .toByteArray();
    }
}
