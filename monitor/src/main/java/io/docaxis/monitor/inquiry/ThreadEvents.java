package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.obligation.Urgency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Picks the events of one thread out of its partition, which it is given record by record, in order. Sequences of all sources are followed, so that
 * gaps show. Not thread-safe.
 */
final class ThreadEvents {

    private final long thread;
    private final long run;
    private final AgencyCatalogue agencies;
    /** Whether nothing of the log comes before what is given. */
    private final boolean fromItsStart;

    private final EventReader reader = new EventReader();
    /** By source: the highest sequence so far. */
    private final Map<Integer, Long> highest = new HashMap<>();
    /** Of the thread. */
    private final Set<Integer> ordinals = new HashSet<>();

    private final List<ThreadEvent> events = new ArrayList<>();
    /** Of the thread, by offset. */
    private final Map<Long, RecordHex> bytes = new HashMap<>();

    ThreadEvents(long thread, long run, AgencyCatalogue agencies, boolean fromItsStart) {
        this.thread = thread;
        this.run = run;
        this.agencies = agencies;
        this.fromItsStart = fromItsStart;
    }

    /** Those of the thread so far. */
    List<ThreadEvent> events() {
        return List.copyOf(events);
    }

    /** The records that they were read from, by offset. */
    Map<Long, RecordHex> bytes() {
        return Map.copyOf(bytes);
    }

    /**
     * Takes a record.
     *
     * @param number what stands in the header beside it; null: nothing
     */
    void take(long offset, long timestampMs, byte[] key, byte[] value, byte[] number) {
        int before = events.size();
        add(offset, timestampMs, key, value, number);
        if (events.size() > before) {
            bytes.put(offset, RecordHex.of(key, value));
        }
    }

    private void add(long offset, long timestampMs, byte[] key, byte[] value, byte[] number) {
        EventKind kind = reader.read(value);
        if (kind == EventKind.UNREADABLE) {
            RecordNumber known = RecordNumber.read(number);
            boolean foreign = known == null || known.run() != run;
            OptionalLong before = foreign ? OptionalLong.empty() : advance(known.source(), known.sequence());
            if (ThreadKey.thread(key) == thread) {
                events.add(unreadable(offset, timestampMs, known, before));
            }
            return;
        }
        boolean foreign = reader.envelope().run != run;
        OptionalLong before = foreign || reader.envelope().sequence == 0
                ? OptionalLong.empty()
                : advance(reader.envelope().source, reader.envelope().sequence);
        if (kind == EventKind.DOCUMENT_SENT && reader.document().thread == thread) {
            events.add(document(offset, timestampMs, foreign, before));
        } else if (kind == EventKind.STATUS_REPORTED && reader.status().thread == thread) {
            events.add(status(offset, timestampMs, foreign, before));
        }
    }

    /** The highest sequence of a source before this one; empty: not known. */
    private OptionalLong advance(int source, long sequence) {
        Long before = highest.get(source);
        highest.merge(source, sequence, Math::max);
        if (before == null) {
            return fromItsStart ? OptionalLong.of(0) : OptionalLong.empty();
        }
        return OptionalLong.of(before);
    }

    private ThreadEvent document(long offset, long timestampMs, boolean foreign, OptionalLong before) {
        DocumentSent said = reader.document();
        List<String> to = new ArrayList<>();
        for (int i = 0; i < said.receiverCount; i++) {
            to.add(code(said.receivers[i], null));
        }
        for (int i = 0; i < said.receiverCodeCount; i++) {
            to.add(code(DocumentSent.ABSENT, said.receiverCodes[i]));
        }
        ThreadEvent.Document content = new ThreadEvent.Document(
                said.ordinal,
                said.document,
                DocumentType.of(said.type).name(),
                label(Urgency.of(said.urgency)),
                label(BusinessType.of(said.business)),
                said.signedAt,
                said.sentAt,
                said.dueOn == DocumentSent.NO_DATE || said.dueOnText != null
                        ? OptionalLong.empty()
                        : OptionalLong.of(said.dueOn),
                ThreadEvent.Document.number(said.answers),
                ThreadEvent.Document.number(said.concerns));
        return event(
                offset, timestampMs, content, code(said.sender, said.senderCode), to, said.ordinal, foreign, before);
    }

    private ThreadEvent status(long offset, long timestampMs, boolean foreign, OptionalLong before) {
        StatusReported said = reader.status();
        String receiver = code(said.receiver, said.receiverCode);
        boolean byReceiver = said.reporter == DocumentSent.ABSENT;
        return event(
                offset,
                timestampMs,
                new ThreadEvent.Report(said.ordinal, said.document, said.status, said.occurredAt),
                byReceiver ? receiver : code(said.reporter, null),
                List.of(receiver),
                said.ordinal,
                foreign,
                before);
    }

    private ThreadEvent event(
            long offset,
            long timestampMs,
            ThreadEvent.Content content,
            String from,
            List<String> to,
            int ordinal,
            boolean foreign,
            OptionalLong before) {
        long sequence = reader.envelope().sequence;
        boolean resent = before.isPresent() && sequence <= before.getAsLong();
        boolean duplicate = !foreign && !resent && !ordinals.add(ordinal);
        return new ThreadEvent(
                offset,
                timestampMs,
                OptionalLong.of(reader.envelope().emittedAt),
                OptionalInt.of(reader.envelope().source),
                OptionalLong.of(sequence),
                content,
                from,
                to,
                new ThreadEvent.Delivery(foreign, resent, duplicate, missing(before, sequence)));
    }

    private ThreadEvent unreadable(long offset, long timestampMs, RecordNumber number, OptionalLong before) {
        boolean resent = number != null && before.isPresent() && number.sequence() <= before.getAsLong();
        return new ThreadEvent(
                offset,
                timestampMs,
                OptionalLong.empty(),
                number == null ? OptionalInt.empty() : OptionalInt.of(number.source()),
                number == null ? OptionalLong.empty() : OptionalLong.of(number.sequence()),
                new ThreadEvent.Illegible(reader.problem().label()),
                "",
                List.of(),
                new ThreadEvent.Delivery(
                        number != null && number.run() != run,
                        resent,
                        false,
                        number == null ? OptionalLong.empty() : missing(before, number.sequence())));
    }

    private static OptionalLong missing(OptionalLong before, long sequence) {
        return before.isPresent()
                ? OptionalLong.of(Math.max(0, sequence - before.getAsLong() - 1))
                : OptionalLong.empty();
    }

    /** A code in the new form where the agency is known, else as it was written. */
    private String code(int number, String written) {
        int found = written == null ? number : agencies.number(written);
        if (found >= 0 && found < agencies.size()) {
            return agencies.code(found).value();
        }
        return written == null ? "#" + number : written;
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
