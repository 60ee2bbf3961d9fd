package io.docaxis.monitor.inquiry;

import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.kafka.topic.EventLog;
import io.docaxis.common.lateness.LatenessRevision;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the topics of a prefix tell of a thread.
 *
 * @param run the start marker of its partition; empty: there is none, so that nothing is known of deadlines
 * @param scan what was read of that partition
 * @param fromLateness whether reading began where a lateness record says that the thread's first document is
 * @param events in the order of the log
 * @param deadlines what the rules say
 * @param bytes what lies in the log, by offset of the event; may be empty
 * @param conclusions revisions of lateness that are left in their topic, as they were written
 * @param unknown what is not known, in words
 */
public record ThreadHistory(
        long thread,
        Optional<RunStarted> run,
        int partition,
        EventLog.Scan scan,
        boolean fromLateness,
        List<ThreadEvent> events,
        Map<Long, RecordHex> bytes,
        List<DutyDeadline> deadlines,
        List<LatenessRevision> conclusions,
        List<String> unknown) {

    public ThreadHistory {
        events = List.copyOf(events);
        bytes = Map.copyOf(bytes);
        deadlines = List.copyOf(deadlines);
        conclusions = List.copyOf(conclusions);
        unknown = List.copyOf(unknown);
    }

    /** The same without what lies in the log. */
    public ThreadHistory(
            long thread,
            Optional<RunStarted> run,
            int partition,
            EventLog.Scan scan,
            boolean fromLateness,
            List<ThreadEvent> events,
            List<DutyDeadline> deadlines,
            List<LatenessRevision> conclusions,
            List<String> unknown) {
        this(thread, run, partition, scan, fromLateness, events, Map.of(), deadlines, conclusions, unknown);
    }

    /** The run's local time. */
    public RunTime time() {
        return RunTime.ofMarker(run);
    }
}
