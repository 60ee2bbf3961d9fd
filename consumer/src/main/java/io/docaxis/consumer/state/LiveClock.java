package io.docaxis.consumer.state;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.docaxis.common.event.EventLimits;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunStarted;
import java.io.IOException;

/**
 * Simulated time by the wall clock, as a source of a live run ties the two in its start marker.
 *
 * @param wallMs wall clock, milliseconds
 * @param simulatedS simulated time at that instant, seconds
 * @param speed simulated milliseconds in a second of wall clock
 * @param allowanceS simulated seconds that a record may take to its consumer
 */
record LiveClock(long wallMs, long simulatedS, long speed, long allowanceS) {

    /** Milliseconds of wall clock times simulated milliseconds in a second of it, in a simulated second. */
    private static final long PRODUCT_IN_A_SECOND = 1_000_000;

    /** Whether a start marker asks for what can be, or for nothing. */
    static boolean isPossible(RunStarted marker) {
        Live live = marker.getLive();
        // above the greatest, an unsigned number of the wire is below 0 here
        return !marker.hasLive()
                || live.getSpeed() > 0
                        && isWithin(EventLimits.MAX_TIME, live.getSimulatedS())
                        && isWithin(EventLimits.MAX_TIME, live.getAllowanceS())
                        && isWithin(1_000 * EventLimits.MAX_TIME, live.getWallMs());
    }

    private static boolean isWithin(long most, long value) {
        return value >= 0 && value <= most;
    }

    /** Null where the run is not live. */
    static LiveClock of(RunStarted marker) {
        Live live = marker.getLive();
        return marker.hasLive()
                ? new LiveClock(live.getWallMs(), live.getSimulatedS(), live.getSpeed(), live.getAllowanceS())
                : null;
    }

    /**
     * Before which simulated instant everything was sent that was in time, where all is known that the log had at an instant of the
     * wall clock. Whole seconds, rounded down.
     */
    long knownBefore(long nowMs) {
        long elapsedMs = Math.max(0, nowMs - wallMs);
        long product = elapsedMs * speed;
        boolean fits = product >= 0 && Math.multiplyHigh(elapsedMs, speed) == 0;
        long elapsedS = fits ? product / PRODUCT_IN_A_SECOND : EventLimits.MAX_TIME;
        return Math.min(EventLimits.MAX_TIME, simulatedS + elapsedS) - allowanceS;
    }

    void write(CodedOutputStream out) throws IOException {
        out.writeUInt64NoTag(wallMs);
        out.writeUInt64NoTag(simulatedS);
        out.writeUInt64NoTag(speed);
        out.writeUInt64NoTag(allowanceS);
    }

    static LiveClock read(CodedInputStream in) throws IOException {
        return new LiveClock(in.readUInt64(), in.readUInt64(), in.readUInt64(), in.readUInt64());
    }
}
