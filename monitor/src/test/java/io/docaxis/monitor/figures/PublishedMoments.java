package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ReportKind;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Moments of a run for tests of other packages: two partitions, an agency catalogue, and what is counted in it, typed by hand. */
public final class PublishedMoments {

    public static final long HORIZON_S = 604_800;
    public static final long TAKEN_AT_MS = 1_700_000_000_000L;

    private final AgencyCatalogue agencies;
    private final long watermark;
    private final TallySums sums = new TallySums();
    private long takenAtMs = TAKEN_AT_MS;
    private String run = "run";
    private boolean isEnded;

    /** @param watermark of both partitions */
    public PublishedMoments(int departments, int communes, long watermark) {
        agencies = AgencyCatalogue.of(departments, communes);
        this.watermark = watermark;
    }

    /** Wall clock at which it was so. */
    public PublishedMoments takenAt(long epochMs) {
        takenAtMs = epochMs;
        return this;
    }

    /** Of a run of that name. */
    public PublishedMoments ofRun(String name) {
        run = name;
        return this;
    }

    /** Both partitions are final. */
    public PublishedMoments ended() {
        isEnded = true;
        return this;
    }

    /** Counts obligations of an agency of any level. */
    public PublishedMoments with(String agency, Obligation obligation, Outcome outcome, long count) {
        int number = agencies.number(agency);
        sums.add(CellKey.of(Rollup.AGENCY, obligation, outcome, number, 0), count, 0, agencies);
        sums.add(CellKey.of(Rollup.PROOF, obligation, outcome, agencies.level1(number), 0), count, 0, agencies);
        return this;
    }

    public PublishedMoments with(Counter counter, long count) {
        sums.add(CellKey.of(counter), count, 0, agencies);
        return this;
    }

    /** An agency's clock is doubtful on a day. */
    public PublishedMoments withDoubtfulClock(String agency, int day) {
        sums.addReports(
                CellKey.of(Rollup.REPORTS, ReportKind.RECEIVER_AHEAD.ordinal(), day), agencies.number(agency), 20);
        return this;
    }

    public TallySnapshot tally() {
        SortedMap<Integer, PartHeader> headers = new TreeMap<>();
        headers.put(0, header());
        headers.put(1, header());
        return new TallySnapshot(headers, OptionalLong.of(takenAtMs), new TallySums(sums));
    }

    /** What is known of what is overdue, under a version. */
    public ResponseFigures response(long version, LatenessRevision... overdue) {
        Collection<LatenessRevision> duties = List.of(overdue);
        return ResponseFigures.of(duties, tally(), new RunRules(start())).as(version);
    }

    private PartHeader header() {
        return PartHeader.newBuilder()
                .setRunId(run)
                .setEnded(isEnded)
                .setScenario("story")
                .setParts(2)
                .setWatermark(watermark)
                .setAnnouncedUntil(watermark)
                .setDepartments(agencies.departments())
                .setCommunes(agencies.communes())
                .setUtcOffsetS(25_200)
                .setStart(start())
                .build();
    }

    private RunStarted start() {
        return Published.marker()
                .setRunId(run)
                .setHorizonS(HORIZON_S)
                .setUtcOffsetS(25_200)
                .setDepartments(agencies.departments())
                .setCommunes(agencies.communes())
                .build();
    }
}
