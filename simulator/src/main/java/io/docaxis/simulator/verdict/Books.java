package io.docaxis.simulator.verdict;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SendBooks;
import io.docaxis.common.tally.proto.SourceProgress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The books of a run, in records: what was planned became scheduled or withheld, what was scheduled was acknowledged, what
 * was acknowledged was read, what was read was counted under one name, what was dispatched is settled or open.
 */
final class Books {

    private final List<String> imbalances = new ArrayList<>();

    private Books() {}

    /** Which equations do not hold, in words with their figures. */
    static List<String> imbalances(Statement ledger, Statement tally) {
        Books books = new Books();
        ledger.headers().forEach(books::sent);
        tally.headers().forEach(books::received);
        books.read(ledger, tally);
        tally.headers().forEach(books::strays);
        books.settled(tally);
        books.reported(tally);
        return books.imbalances;
    }

    private void sent(int source, PartHeader header) {
        SendBooks books = header.getBooks();
        String who = "source " + source + ": ";
        equal(
                who + "planned + duplicated",
                books.getPlanned() + books.getDuplicated(),
                "scheduled + withheld",
                books.getScheduled() + books.getWithheld());
        equal(
                who + "scheduled",
                books.getScheduled(),
                "acknowledged + failed + unknown",
                books.getAcknowledged() + books.getFailed() + books.getUnknown());
    }

    private void received(int partition, PartHeader header) {
        for (SourceProgress source : header.getSourcesList()) {
            if (!source.getEnded()) {
                continue;
            }
            String who = "partition " + partition + ", source " + source.getSource() + ": ";
            equal(who + "announced", source.getAnnouncedRecords(), "received", source.getRecords());
            if (source.getAnnouncedRecords() == source.getRecords()
                    && source.getAnnouncedFingerprint() != source.getFingerprint()) {
                imbalances.add(who + "as many records as announced, but not the same ones");
            }
        }
    }

    /** Of such records no side knows who booked them as sent; where one of a source's own is missing, cells differ besides. */
    private void strays(int partition, PartHeader header) {
        if (header.getStrayOffsetsCount() > 0) {
            imbalances.add("partition " + partition + ": unreadable records that no source of this run sent, at "
                    + (header.getStrayOffsetsCount() == 1 ? "offset " : "offsets ")
                    + header.getStrayOffsetsList().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    private void read(Statement ledger, Statement tally) {
        if (!Parts.areThere(tally.headers())) {
            return;
        }
        long judged = tally.total(Counter.Kind.RECORD);
        equal(
                "records in the log",
                sum(tally, PartHeader::getRecords),
                "counted under a name",
                judged + tally.total(Counter.Kind.DELIVERY));
        // before both have ended, what is on the one side and not on the other may still come
        if (Parts.unfinished(ledger.headers()).isEmpty()
                && Parts.unfinished(tally.headers()).isEmpty()) {
            equal(
                    "documents, statuses and damaged records scheduled",
                    sum(ledger, header -> header.getBooks().getScheduled()),
                    "judged by the consumers",
                    judged);
        }
    }

    /**
     * Dispatches = settled + open. How many are open is not counted beside; it lies between the most and the sum of
     * what is open or overdue by obligation, for each open dispatch has at least one such and at most one of each.
     */
    private void settled(Statement tally) {
        Map<Obligation, Long> unsettled = new EnumMap<>(Obligation.class);
        for (Cell cell : tally.tally().sorted()) {
            long key = cell.key();
            boolean counts = CellKey.rollup(key) == Rollup.PROOF
                    && CellKey.obligation(key) != Obligation.SEND
                    && (CellKey.outcome(key) == Outcome.OPEN || CellKey.outcome(key) == Outcome.OVERDUE);
            if (counts) {
                unsettled.merge(CellKey.obligation(key), cell.count(), Long::sum);
            }
        }
        long most = unsettled.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long sum = unsettled.values().stream().mapToLong(Long::longValue).sum();
        long dispatches = tally.total(Rollup.DISPATCHES);
        long settled = tally.tally().count(Counter.SETTLED);
        if (dispatches - settled < most || dispatches - settled > sum) {
            imbalances.add("dispatches " + dispatches + " less settled " + settled + " leaves " + (dispatches - settled)
                    + " open; open and overdue obligations want " + most + " to " + sum);
        }
    }

    /** Each event that was taken in is counted under one agency; tallies from before they were counted have none. */
    private void reported(Statement tally) {
        long reports = tally.total(Rollup.REPORTS);
        if (reports > 0) {
            equal(
                    "documents and statuses by agency",
                    reports,
                    "applied + repeated",
                    tally.tally().count(Counter.APPLIED) + tally.tally().count(Counter.REPEATED));
        }
    }

    private void equal(String left, long leftCount, String right, long rightCount) {
        if (leftCount != rightCount) {
            imbalances.add(left + " " + leftCount + ", but " + right + " " + rightCount);
        }
    }

    private static long sum(Statement side, ToLongFunction<PartHeader> count) {
        return side.headers().values().stream().mapToLong(count).sum();
    }
}
