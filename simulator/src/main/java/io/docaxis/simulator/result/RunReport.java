package io.docaxis.simulator.result;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SendBooks;
import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.verdict.Parts;
import io.docaxis.simulator.verdict.Statement;
import io.docaxis.simulator.verdict.Trace;
import io.docaxis.simulator.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Everything that is reported about a run. What was consumed comes from the tally topic alone, what was sent from the
 * ledger.
 *
 * @param about the run, as either side's headers say
 * @param agencies the run's catalogue
 * @param clients the Kafka clients of the process that reports
 */
public record RunReport(
        PartHeader about,
        AgencyCatalogue agencies,
        Statement ledger,
        Statement tally,
        Verdict verdict,
        RunCost cost,
        Clients clients) {

    /** Compares both sides. A run of which neither side says anything is reported without a name. */
    public static RunReport of(Statement ledger, Statement tally, RunCost cost) {
        return of(ledger, tally, () -> cost);
    }

    /**
     * Compares both sides.
     *
     * @param cost asked for once everything is compared, so that it counts that too
     */
    public static RunReport of(Statement ledger, Statement tally, Supplier<RunCost> cost) {
        PartHeader about = ledger.about().or(tally::about).orElse(PartHeader.getDefaultInstance());
        return new RunReport(
                about,
                AgencyCatalogue.of(about.getDepartments(), about.getCommunes()),
                ledger,
                tally,
                Verdict.of(ledger, tally),
                cost.get(),
                Clients.UNKNOWN);
    }

    /** The same, and incomplete because of what neither side knows. */
    public RunReport withGaps(List<String> further) {
        return new RunReport(about, agencies, ledger, tally, verdict.withGaps(further), cost, clients);
    }

    /** The same, by a process that produced or consumed. */
    public RunReport withClients(Clients ofThisProcess) {
        return new RunReport(about, agencies, ledger, tally, verdict, cost, ofThisProcess);
    }

    /** Seconds by which the run's calendar is ahead of UTC. */
    public int utcOffsetS() {
        return about.hasUtcOffsetS() ? about.getUtcOffsetS() : WorkingCalendar.VIETNAM_OFFSET_S;
    }

    /** Whether either side says which run it is about. */
    public boolean isNamed() {
        return !ledger.headers().isEmpty() || !tally.headers().isEmpty();
    }

    /** Whether every source has written down everything: until then nothing is known of what was sent. */
    public boolean isLedgerFinal() {
        return Parts.unfinished(ledger.headers()).isEmpty();
    }

    /** Whether both sides of this run are final, though sends failed: what differs then may be what is missing. */
    boolean wereSendsLost() {
        return isLedgerFinal()
                && Parts.unfinished(tally.headers()).isEmpty()
                && tally.about().map(PartHeader::getRunId).equals(Optional.of(about.getRunId()))
                && ledger.headers().values().stream().anyMatch(header -> !header.getComplete());
    }

    /** Whether every partition has published: until then no sum over them is known. Ended they need not have. */
    public boolean isConsumed() {
        return Parts.areThere(tally.headers());
    }

    /** Whether both sides are final, so that comparing them means something. */
    public boolean isCompared() {
        return verdict.gaps().isEmpty();
    }

    /** What disturbances left behind. */
    public List<Trace> traces() {
        return Trace.between(ledger, tally);
    }

    /** The figures of what was consumed. */
    public TallyFigures figures() {
        return TallyFigures.of(tally.tally());
    }

    /** Documents, statuses and damaged bytes that the consumers judged; empty where it is not known. */
    public OptionalLong eventsJudged() {
        return isConsumed() ? OptionalLong.of(tally.total(Counter.Kind.RECORD)) : OptionalLong.empty();
    }

    /** Documents and statuses that the broker acknowledged; empty where it is not known. */
    public OptionalLong eventsSent() {
        return isLedgerFinal()
                ? OptionalLong.of(ledger.headers().values().stream()
                        .map(PartHeader::getBooks)
                        .mapToLong(SendBooks::getAcknowledged)
                        .sum())
                : OptionalLong.empty();
    }
}
