package io.docaxis.simulator.terminal;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.simulator.report.Wording;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/**
 * Shows how far a command has come: on a terminal one line that is written over, elsewhere a plain line at each new phase and
 * every few seconds. Time is the caller's. Not thread-safe.
 */
public final class ProgressLine {

    private static final long PLAIN_EVERY_MS = 5_000;
    private static final int BAR = 20;

    private final PrintWriter out;
    private final boolean terminal;
    private final IntSupplier columns;
    private int utcOffsetS = WorkingCalendar.VIETNAM_OFFSET_S;
    private final RateEstimate rate = new RateEstimate();
    private String shownPhase = "";
    private long shownAtMs;

    /**
     * A progress display.
     *
     * @param terminal whether lines can be written over
     * @param columns the width of a terminal, asked before each line
     */
    public ProgressLine(PrintWriter out, boolean terminal, IntSupplier columns) {
        this.out = out;
        this.terminal = terminal;
        this.columns = columns;
    }

    /** Simulated time is shown as a calendar has it; until this is known, as Vietnam has it. */
    public void offset(int seconds) {
        utcOffsetS = seconds;
    }

    /** Shows a snapshot; away from terminals, if it is new or long enough since the last. */
    public void show(ProgressSnapshot snapshot, long nowMs) {
        rate.observe(snapshot, nowMs);
        if (terminal) {
            String line = line(snapshot, true);
            StatusLine.show(out, line.substring(0, Math.min(line.length(), columns.getAsInt() - 1)));
        } else if (!snapshot.phase().equals(shownPhase) || nowMs - shownAtMs >= PLAIN_EVERY_MS) {
            out.println(line(snapshot, false));
            out.flush();
            shownAtMs = nowMs;
        }
        shownPhase = snapshot.phase();
    }

    /** Takes the line away, so that what is written next begins on a clean one. */
    public void clear() {
        StatusLine.clear();
    }

    private String line(ProgressSnapshot snapshot, boolean withBar) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-10s", snapshot.phase()));
        snapshot.simulatedAt()
                .ifPresent(at ->
                        line.append(' ').append(Wording.date(at, utcOffsetS)).append(' '));
        snapshot.share().ifPresent(share -> {
            int done = (int) Math.floor(Math.min(1, share) * BAR);
            if (withBar) {
                line.append(" [")
                        .append("#".repeat(done))
                        .append("·".repeat(BAR - done))
                        .append(']');
            }
            line.append(String.format(Locale.ROOT, " %3d %%", (int) Math.floor(Math.min(1, share) * 100)));
        });
        Wording.behindSchedule(snapshot.behindMs())
                .ifPresent(behind -> line.append("  ").append(behind));
        append(line, rate.perSecond(), " events/s");
        snapshot.lag().ifPresent(lag -> line.append("  lag ").append(Wording.number(lag)));
        rate.leftS()
                .ifPresent(
                        left -> line.append("  ").append(Wording.duration(left)).append(" left"));
        return line.toString().stripTrailing();
    }

    private static void append(StringBuilder line, OptionalLong value, String unit) {
        value.ifPresent(known -> line.append("  ").append(Wording.number(known)).append(unit));
    }
}
