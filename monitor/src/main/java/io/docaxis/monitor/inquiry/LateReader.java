package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.topic.EventLog;
import io.docaxis.common.kafka.topic.LatenessTopic;
import io.docaxis.common.kafka.topic.TallyTopic;
import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.lateness.OverdueDuties;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Answers who is late now, from the topics of a prefix: the last revision of each obligation, and how far the watermark of its partition is. The
 * tally is read first, so that no watermark is later than what is known of lateness. Each answer reads both topics.
 */
public final class LateReader {

    private final Cluster cluster;
    private final Topics topics;
    private final Duration patience;

    /** @param patience with a broker that says nothing */
    public LateReader(Cluster cluster, Topics topics, Duration patience) {
        this.cluster = cluster;
        this.topics = topics;
        this.patience = patience;
    }

    /**
     * Who is late now.
     *
     * @throws BadQuestionException if the run has no such agency
     * @throws ClusterException if a topic is not there, may not be read, or nobody answers
     */
    public WhoIsLate read(LateFilter filter) {
        return read(filter, () -> false);
    }

    /**
     * The same, if all of it can be read in some time.
     *
     * @throws UnfinishedException if not: who is late cannot be told from a part
     */
    public WhoIsLate read(LateFilter filter, Duration most) {
        long begunNs = System.nanoTime();
        return read(filter, () -> System.nanoTime() - begunNs >= most.toNanos());
    }

    private WhoIsLate read(LateFilter filter, BooleanSupplier enough) {
        requireTopics();
        TallyReader tally = new TallyReader();
        try (TallyTopic topic = new TallyTopic(cluster, topics.tally(), tally)) {
            requireWhole(topic.readToEnd(patience, enough), topics.tally(), "some of its");
        }
        SortedMap<Integer, PartHeader> headers =
                tally.runs().isEmpty() ? new TreeMap<>() : tally.headers(tally.lastRun());
        if (!headers.isEmpty()) {
            PartHeader any = headers.get(headers.firstKey());
            filter.require(AgencyCatalogue.of(any.getDepartments(), any.getCommunes()));
        }
        OverdueDuties overdue = new OverdueDuties(tally.lastRun());
        LatenessReader lateness = new LatenessReader(overdue);
        try (LatenessTopic topic = new LatenessTopic(cluster, topics.lateness(), lateness)) {
            requireWhole(topic.readToEnd(patience, enough), topics.lateness(), lateness.records() + " of its");
        }
        return of(headers, headers.isEmpty() ? List.of() : overdue.all(), filter, unknown(headers, lateness));
    }

    private static void requireWhole(boolean whole, String topic, String read) {
        if (!whole) {
            throw new UnfinishedException("there was no time to read all of topic '" + topic + "', only " + read
                    + " records: the command 'docaxis late' reads for as long as it takes");
        }
    }

    /** Where there are none, that is said at once. */
    private void requireTopics() {
        try (EventLog events = new EventLog(cluster, topics, patience)) {
            events.partitions();
        }
    }

    private List<String> unknown(SortedMap<Integer, PartHeader> headers, LatenessReader lateness) {
        List<String> unknown = new ArrayList<>(unknown(headers));
        if (headers.isEmpty()) {
            unknown.add("who is late: no consumer has published a tally in topic '" + topics.tally() + "' yet");
        }
        if (lateness.bad() > 0) {
            unknown.add(lateness.bad() + " records of topic '" + topics.lateness() + "' cannot be read; the first: "
                    + lateness.problems().get(0));
        }
        return unknown;
    }

    /** Of which partitions a tally does not say how far they are. */
    static List<String> unknown(SortedMap<Integer, PartHeader> headers) {
        List<String> unknown = new ArrayList<>();
        if (!headers.isEmpty()) {
            int parts = headers.get(headers.firstKey()).getParts();
            List<Integer> missing = IntStream.range(0, parts)
                    .filter(partition -> !headers.containsKey(partition))
                    .boxed()
                    .toList();
            if (!missing.isEmpty()) {
                unknown.add(
                        "partitions " + missing + " of " + parts + ": no consumer has published a tally of them yet");
            }
            List<Integer> unseen = headers.entrySet().stream()
                    .filter(header -> header.getValue().getWatermark() == 0)
                    .map(Map.Entry::getKey)
                    .toList();
            if (!unseen.isEmpty()) {
                unknown.add("partitions " + unseen + " of " + parts + ": not all sources have begun there");
            }
        }
        return unknown;
    }

    /**
     * From what was read.
     *
     * @param headers of the tally, by partition
     * @param revisions the last of each obligation
     */
    public static WhoIsLate of(
            SortedMap<Integer, PartHeader> headers,
            Collection<LatenessRevision> revisions,
            LateFilter filter,
            List<String> unknown) {
        List<OverdueDuty> duties = revisions.stream()
                .filter(LatenessRevision::isOverdue)
                .filter(filter::matches)
                .map(last -> duty(last, headers.get(last.partition())))
                .sorted(OverdueDuty.WORST_FIRST)
                .toList();
        return new WhoIsLate(headers, duties, unknown);
    }

    /** What was announced after the tally was read tells of a later watermark than that. */
    static OverdueDuty duty(LatenessRevision last, PartHeader header) {
        long watermark = Math.max(last.watermark(), header == null ? 0 : header.getWatermark());
        long until = Math.max(last.announcedUntil(), header == null ? 0 : header.getAnnouncedUntil());
        Optional<OverdueAsKnown> known = Optional.empty();
        if (header != null && header.hasStart()) {
            long horizonS = header.getStart().getHorizonS();
            known = Optional.of(OverdueAsKnown.of(last.deadline(), watermark, horizonS));
        }
        return new OverdueDuty(last, Math.max(until, watermark), known);
    }
}
