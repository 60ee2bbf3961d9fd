package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.StartMarker;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.topic.EventLog;
import io.docaxis.common.kafka.topic.LatenessTopic;
import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.lateness.LatenessRevision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Finds the history of a thread: a scan of the one partition that has it, and of the lateness topic. */
public final class HistoryReader {

    private final Cluster cluster;
    private final Topics topics;
    private final Duration patience;

    /** @param patience with a broker that says nothing */
    public HistoryReader(Cluster cluster, Topics topics, Duration patience) {
        this.cluster = cluster;
        this.topics = topics;
        this.patience = patience;
    }

    /**
     * All that is there now.
     *
     * @param fromStart whether to read the partition from its start, wherever the thread begins
     * @param enough whether reading has to end, wherever it is
     * @throws ClusterException if there are no events, they may not be read, or nobody answers
     */
    public ThreadHistory read(long thread, boolean fromStart, BooleanSupplier enough) {
        return find(thread, fromStart, () -> enough);
    }

    /**
     * The same, as far as it can be read in some time.
     *
     * @param most for records of lateness, and again for those of the partition: one that takes long leaves the other its time
     */
    public ThreadHistory read(long thread, boolean fromStart, Duration most) {
        return find(thread, fromStart, () -> {
            long begunNs = System.nanoTime();
            return () -> System.nanoTime() - begunNs >= most.toNanos();
        });
    }

    /** @param begun says of a reading that begins when it has to end */
    private ThreadHistory find(long thread, boolean fromStart, Supplier<BooleanSupplier> begun) {
        List<String> unknown = new ArrayList<>();
        try (EventLog log = new EventLog(cluster, topics, patience)) {
            int partition = ThreadKey.partition(ThreadKey.bytes(thread), log.partitions());
            Optional<EventLog.Beginning> run = log.beginning(partition);
            if (run.isEmpty()) {
                unknown.add("deadlines: partition " + partition + " of topic '" + topics.events()
                        + "' does not begin with a start marker");
            }
            List<LatenessRevision> conclusions = conclusions(thread, run, begun.get(), unknown);
            OptionalLong begin = fromStart ? OptionalLong.empty() : firstDocument(conclusions);
            ThreadEvents events = new ThreadEvents(
                    thread,
                    run.map(EventLog.Beginning::run).orElse(0L),
                    run.map(found -> StartMarker.agencies(found.marker())).orElseGet(AgencyCatalogue::level1),
                    begin.isEmpty());
            EventLog.Scan scan = log.scan(partition, begin.orElse(0), begun.get(), record -> take(record, events));
            if (!scan.isWhole()) {
                unknown.add("what comes at offset " + scan.until() + " or later: there was no time to read that");
            }
            List<DutyDeadline> deadlines = run.map(
                            found -> ThreadDeadlines.of(events.events(), StartMarker.deadlines(found.marker())))
                    .orElse(List.of());
            return new ThreadHistory(
                    thread,
                    run.map(EventLog.Beginning::marker),
                    partition,
                    scan,
                    begin.isPresent(),
                    events.events(),
                    events.bytes(),
                    deadlines,
                    conclusions,
                    unknown);
        }
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, ThreadEvents events) {
        Header number = record.headers().lastHeader(RecordNumber.HEADER);
        events.take(
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                number == null ? null : number.value());
    }

    /**
     * What was said of the thread's obligations, as it was written.
     *
     * @param of the run; empty: whichever
     */
    private List<LatenessRevision> conclusions(
            long thread, Optional<EventLog.Beginning> of, BooleanSupplier enough, List<String> unknown) {
        List<LatenessRevision> found = new ArrayList<>();
        LatenessReader reader = new LatenessReader((run, revision) -> {
            boolean isOfRun = of.map(known -> known.run() == run).orElse(true);
            if (isOfRun && revision.duty().thread() == thread) {
                found.add(revision);
            }
        });
        try (LatenessTopic topic = new LatenessTopic(cluster, topics.lateness(), reader)) {
            if (!topic.readToEnd(patience, enough)) {
                unknown.add("part of what was concluded: there was no time to read all of topic '" + topics.lateness()
                        + "'");
            }
        } catch (ClusterException e) {
            unknown.add("what was concluded: " + e.getMessage());
        }
        if (reader.bad() > 0) {
            unknown.add(reader.bad() + " records of topic '" + topics.lateness() + "' cannot be read; the first: "
                    + reader.problems().get(0));
        }
        found.sort(Comparator.comparingLong(LatenessRevision::writtenAtMs)
                .thenComparing(revision -> revision.duty().toString())
                .thenComparingInt(LatenessRevision::revision));
        return found;
    }

    /** Where the thread's first document is, if that was ever late: before it there is hardly anything of the thread. */
    private static OptionalLong firstDocument(List<LatenessRevision> conclusions) {
        return conclusions.stream()
                .filter(revision -> revision.duty().document() == 0)
                .mapToLong(LatenessRevision::offset)
                .min();
    }
}
