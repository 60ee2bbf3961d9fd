package io.docaxis.consumer.state;

import static io.docaxis.common.event.StartMarker.require;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.EventLimits;
import io.docaxis.common.event.StartMarker;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.tally.proto.PartHeader;

/**
 * The run that a partition follows, as its first start marker says: rules, calendar, agencies.
 *
 * @param hash of the run id, as envelopes carry it
 */
public record Run(long hash, RunStarted marker, Deadlines deadlines, AgencyCatalogue agencies) {

    private static final int MAX_SOURCES = 0x10000;

    /** @throws IllegalArgumentException if the marker contradicts itself, is of another version of the contract, or names agencies that are not ours */
    public static Run of(long hash, RunStarted marker) {
        require(ContractVersion.isCurrent(marker.getContractVersion()), "contract version");
        require(marker.getSources() > 0 && marker.getSources() <= MAX_SOURCES, "sources");
        boolean endKnown = marker.getEndsAt() != 0;
        require(marker.getStartsAt() >= 0 && marker.getStartsAt() <= EventLimits.MAX_TIME, "period");
        require(!endKnown || marker.getStartsAt() < marker.getEndsAt(), "period");
        require(marker.getEndsAt() <= EventLimits.MAX_TIME, "period");
        require(LiveClock.isPossible(marker), "live clock");
        Deadlines deadlines = StartMarker.deadlines(marker);
        return new Run(hash, marker, deadlines, StartMarker.agencies(marker));
    }

    public int sources() {
        return marker.getSources();
    }

    /** Whether an end marker says an end within the period. */
    boolean isEnd(RunEnded end) {
        long endsAt = endsAt(end);
        return endsAt >= marker.getStartsAt() && endsAt <= Math.min(endsAt(), EventLimits.MAX_TIME);
    }

    /** The end of the period as an end marker says. */
    long endsAt(RunEnded end) {
        return end.getEndsAt() == 0 ? endsAt() : end.getEndsAt();
    }

    /** The first instant after the period, or a later one; {@link Deadlines#NEVER}: the end markers will say. */
    long endsAt() {
        return marker.getEndsAt() == 0 ? Deadlines.NEVER : marker.getEndsAt();
    }

    public long horizonS() {
        return deadlines.rules().horizonS();
    }

    public long dayOf(long at) {
        return deadlines.calendar().dayOf(at);
    }

    /** Whether an instant lies on a day that the calendar knows. */
    public boolean knows(long at) {
        return deadlines.calendar().knows(dayOf(at));
    }

    /** What a header says of it that does not change. */
    void describe(PartHeader.Builder header) {
        header.setRunId(marker.getRunId())
                .setScenario(marker.getScenario())
                .setSeed(marker.getSeed())
                .setStartsAt(marker.getStartsAt())
                .setUtcOffsetS(marker.getUtcOffsetS())
                .setDepartments(marker.getDepartments())
                .setCommunes(marker.getCommunes())
                .setStart(marker);
    }
}
