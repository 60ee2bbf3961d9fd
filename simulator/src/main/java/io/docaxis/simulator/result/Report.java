package io.docaxis.simulator.result;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SendBooks;
import io.docaxis.simulator.verdict.Parts;
import io.docaxis.simulator.verdict.Side;
import io.docaxis.simulator.verdict.Trace;
import io.docaxis.simulator.verdict.Verdict;
import java.util.List;
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
public record Report(
        PartHeader about,
        AgencyCatalogue agencies,
        Side ledger,
        Side tally,
        Verdict verdict,
        Effort effort,
        Clients clients) {

    /** Compares both sides. A run of which neither side says anything is reported without a name. */
    public static Report of(Side ledger, Side tally, Effort effort) {
        return of(ledger, tally, () -> effort);
    }

    /**
     * Compares both sides.
     *
     * @param effort asked for once everything is compared, so that it counts that too
     */
    public static Report of(Side ledger, Side tally, Supplier<Effort> effort) {
        PartHeader about = ledger.about().or(tally::about).orElse(PartHeader.getDefaultInstance());
        return new Report(
                about,
                AgencyCatalogue.of(about.getDepartments(), about.getCommunes()),
                ledger,
                tally,
                Verdict.of(ledger, tally),
                effort.get(),
                Clients.UNKNOWN);
    }

    /** The same, and incomplete because of what neither side knows. */
    public Report withGaps(List<String> further) {
        return new Report(about, agencies, ledger, tally, verdict.withGaps(further), effort, clients);
    }

    /** The same, by a process that produced or consumed. */
    public Report withClients(Clients ofThisProcess) {
        return new Report(about, agencies, ledger, tally, verdict, effort, ofThisProcess);
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
    public boolean isTold() {
        return Parts.unfinished(ledger.headers()).isEmpty();
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
    public Figures figures() {
        return Figures.of(tally.tally());
    }

    /** Documents, statuses and damaged bytes that the consumers judged; empty where it is not known. */
    public OptionalLong eventsJudged() {
        return isConsumed() ? OptionalLong.of(tally.total(Counter.Kind.RECORD)) : OptionalLong.empty();
    }

    /** Documents and statuses that the broker acknowledged; empty where it is not known. */
    public OptionalLong eventsSent() {
        return isTold()
                ? OptionalLong.of(ledger.headers().values().stream()
                        .map(PartHeader::getBooks)
                        .mapToLong(SendBooks::getAcknowledged)
                        .sum())
                : OptionalLong.empty();
    }
}
