package io.docaxis.simulator;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SendBooks;
import io.docaxis.common.tally.proto.SourceProgress;
import io.docaxis.simulator.verdict.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A run small enough to be typed by hand: twelve documents, each from one agency to two others on 7 March 2023. The same
 * numbers on both sides, unless a test changes one.
 */
public final class SmallRun {

    public static final int DOCUMENTS = 12;
    public static final AgencyCatalogue AGENCIES = AgencyCatalogue.level1();

    /** The instant of 9:00 in Vietnam on 7 March 2023. */
    public static final long SENT_AT = at(9);

    private static final long DAY = LocalDate.of(2023, 3, 7).toEpochDay();
    private static final int RECORDS = 3 * DOCUMENTS;

    private final Tally tally = new Tally();

    /** The run as the plan has it. */
    public static Tally whole() {
        SmallRun run = new SmallRun();
        for (int thread = 0; thread < DOCUMENTS; thread++) {
            run.document(thread);
        }
        run.tally.count(Counter.APPLIED, RECORDS - 2);
        run.tally.count(Counter.DUPLICATE, 2);
        run.tally.count(Counter.REFUSED, 1);
        run.tally.count(Counter.SETTLED, 2 * DOCUMENTS - 2);
        return run.tally;
    }

    /** The producers' side, with one change. */
    public static Statement ledger(Consumer<Tally> change, UnaryOperator<PartHeader> header) {
        Tally expected = whole();
        change.accept(expected);
        SendBooks books = SendBooks.newBuilder()
                .setPlanned(RECORDS - 2)
                .setDuplicated(2)
                .setScheduled(RECORDS)
                .setAcknowledged(RECORDS)
                .build();
        PartHeader of = about(1).setRecords(RECORDS + 4).setBooks(books).build();
        return new Statement("ledger", expected, headers(header.apply(of)), List.of());
    }

    public static Statement ledger() {
        return ledger(tally -> {}, header -> header);
    }

    /** The consumers' side in two partitions, with one change. */
    public static Statement tally(Consumer<Tally> change, UnaryOperator<PartHeader> header) {
        Tally found = whole();
        found.count(Counter.TICK, 3);
        found.count(Counter.MARKER, 4);
        change.accept(found);
        SourceProgress source = SourceProgress.newBuilder()
                .setRecords(RECORDS / 2)
                .setAnnouncedRecords(RECORDS / 2)
                .setEnded(true)
                .build();
        PartHeader first =
                about(2).setRecords(RECORDS / 2 + 5).addSources(source).build();
        PartHeader second =
                about(2).setRecords(RECORDS / 2 + 2).addSources(source).build();
        return new Statement("tally", found, headers(first, header.apply(second)), List.of());
    }

    public static Statement tally(Consumer<Tally> change) {
        return tally(change, header -> header);
    }

    public static Statement tally() {
        return tally(tally -> {});
    }

    /** Adds or takes back one obligation. */
    public static void conclude(
            Tally tally,
            int sign,
            int thread,
            int receiver,
            Obligation obligation,
            Outcome outcome,
            long deadline,
            long latenessS) {
        Conclusion conclusion =
                conclusion(thread).obligation(obligation, receiver, DAY).outcome(outcome, deadline, latenessS);
        tally.conclude(sign, AGENCIES, conclusion);
    }

    private static Conclusion conclusion(int thread) {
        return new Conclusion().about(thread, 0, sender(thread), DocumentType.CV.ordinal(), Urgency.NORMAL.ordinal());
    }

    public static int sender(int thread) {
        return thread;
    }

    public static int firstReceiver(int thread) {
        return 30 + thread;
    }

    public static int secondReceiver(int thread) {
        return 50 + thread;
    }

    /** An hour of 7 March 2023, Vietnam's time. */
    public static long at(int hour) {
        return LocalDate.of(2023, 3, 7).toEpochDay() * 86_400 - WorkingCalendar.VIETNAM_OFFSET_S + hour * 3600L;
    }

    private void document(int thread) {
        tally.document(AGENCIES, conclusion(thread), DAY, SENT_AT);
        conclude(tally, 1, thread, ObligationId.NO_RECEIVER, Obligation.SEND, Outcome.ON_TIME, at(12), 0);
        int first = firstReceiver(thread);
        int second = secondReceiver(thread);
        tally.dispatch(AGENCIES, thread, 0, first, DAY);
        tally.dispatch(AGENCIES, thread, 0, second, DAY);
        switch (thread) {
            case 3 -> conclude(tally, 1, thread, first, Obligation.ACKNOWLEDGE, Outcome.OVERDUE, at(17), 0);
            case 4 -> conclude(tally, 1, thread, first, Obligation.ACKNOWLEDGE, Outcome.OPEN, at(17), 0);
            case 5 -> conclude(tally, 1, thread, first, Obligation.ACKNOWLEDGE, Outcome.VOIDED, at(17), 0);
            default -> conclude(tally, 1, thread, first, Obligation.ACKNOWLEDGE, Outcome.ON_TIME, at(17), 0);
        }
        long lateS = thread % 3 == 0 ? 3600L * (thread + 1) : 0;
        Outcome outcome = lateS > 0 ? Outcome.LATE : Outcome.ON_TIME;
        conclude(tally, 1, thread, second, Obligation.ACKNOWLEDGE, outcome, at(17), lateS);
    }

    private static PartHeader.Builder about(int parts) {
        return PartHeader.newBuilder()
                .setContractVersion(ContractVersion.CURRENT)
                .setRunId("small-run-1")
                .setScenario("small-run")
                .setSeed(1)
                .setParts(parts)
                .setStartsAt(at(0))
                .setEndsAt(at(24))
                .setEnded(true)
                .setComplete(true);
    }

    private static SortedMap<Integer, PartHeader> headers(PartHeader... parts) {
        SortedMap<Integer, PartHeader> headers = new TreeMap<>();
        for (PartHeader part : parts) {
            headers.put(headers.size(), part);
        }
        return headers;
    }
}
