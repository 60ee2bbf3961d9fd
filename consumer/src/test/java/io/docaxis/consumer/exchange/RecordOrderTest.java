package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Counter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record of which several names would be true is counted under the first of them, in the order that the event contract gives. */
class RecordOrderTest {

    private static final String BEGIN = "<!-- names: held equal to the code by RecordOrderTest -->\n";
    private static final String END = "\n<!-- end of names -->";

    /** What is written beside a record that cannot be read. */
    private static final RecordNumber OWN = new RecordNumber(Source.RUN, 0, 4);

    /** Whose faults they are. */
    private enum Of {
        ALL,
        DOCUMENTS,
        STATUSES
    }

    /** What may be wrong with a record, in the order in which it is asked; the name under which it is counted then. */
    private enum Fault {
        NO_EVENT("dead_letter_malformed", Of.ALL),
        CHANGED("dead_letter_checksum", Of.ALL),
        BROKEN_FIELD("dead_letter_malformed", Of.ALL),
        UNKNOWN_KIND("dead_letter_unknown_kind", Of.ALL),
        UNKNOWN_CASE("dead_letter_unknown_kind", Of.ALL),
        FOREIGN("foreign", Of.ALL),
        NO_SUCH_SOURCE("dead_letter_stray", Of.ALL),
        RESENT("resent", Of.ALL),
        TOO_LATE("too_late", Of.ALL),
        OFF_CLOCK("off_clock", Of.ALL),
        OUTSIDE_CALENDAR("rejected_outside_calendar", Of.ALL),
        UNKNOWN_SENDER("rejected_unknown_sender", Of.DOCUMENTS),
        NO_RECEIVER("dead_letter_no_receiver", Of.DOCUMENTS),
        KNOWN_DOCUMENT("duplicate", Of.DOCUMENTS),
        UNKNOWN_STATUS("rejected_unknown_status", Of.STATUSES),
        UNKNOWN_AGENCY("rejected_unknown_agency", Of.STATUSES),
        NO_DOCUMENT("unmatched", Of.STATUSES),
        NOT_A_RECEIVER("rejected_not_a_receiver", Of.STATUSES),
        FORGOTTEN("unmatched", Of.STATUSES),
        KNOWN_STATUS("duplicate", Of.STATUSES),
        SAID_BEFORE("repeated", Of.STATUSES);

        final String name;
        final Of of;

        Fault(String name, Of of) {
            this.name = name;
            this.of = of;
        }
    }

    @Test
    void documentsTheOrderOfNames() throws IOException {
        List<String> expected = new ArrayList<>(List.of("dead_letter_stray", "foreign", "dead_letter_stray", "resent"));
        for (Fault fault : Fault.values()) {
            if (fault == Fault.TOO_LATE) {
                expected.add("tick, marker");
            }
            expected.add(fault.name);
        }
        expected.add("applied");
        String docs = Files.readString(Path.of("..", "docs", "event-contract.md"));
        String table = docs.substring(docs.indexOf(BEGIN) + BEGIN.length(), docs.indexOf(END));

        List<String> documented = table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1].replace("`", "").strip())
                .toList();
        assertThat(documented).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatHasOneFaultUnderItsName(Fault fault) {
        for (boolean document : kinds(fault, fault)) {
            assertThat(new Played(EnumSet.of(fault), document).counted()).isEqualTo(once(fault.name));
        }
    }

    /** With each fault that is asked for later, its neighbour first of all. */
    @ParameterizedTest
    @EnumSource
    void countsWhatHasTwoFaultsUnderTheNameOfTheFirst(Fault first) {
        int played = 0;
        for (Fault second : EnumSet.range(first, Fault.SAID_BEFORE)) {
            if (second == first || cannotBeBoth(first, second)) {
                continue;
            }
            for (boolean document : kinds(first, second)) {
                assertThat(new Played(EnumSet.of(first, second), document).counted())
                        .as(first + " and " + second + (document ? " in a document" : " in a status"))
                        .isEqualTo(once(first.name));
                played++;
            }
        }
        System.out.println(first + ": " + played + " records with another fault");
    }

    @Test
    void appliesWhatHasNone() {
        for (boolean document : new boolean[] {true, false}) {
            assertThat(new Played(EnumSet.noneOf(Fault.class), document).counted())
                    .isEqualTo(once("applied"));
        }
    }

    /** What cannot be read has its number beside it, or none; that is asked before what is wrong with it. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NO_EVENT", "CHANGED", "BROKEN_FIELD", "UNKNOWN_KIND", "UNKNOWN_CASE"})
    void countsWhatCannotBeReadByTheNumberBesideIt(Fault fault) {
        assertThat(counted(fault, null)).isEqualTo(once("dead_letter_stray"));
        assertThat(counted(fault, new RecordNumber(Source.RUN + 1, 9, 1))).isEqualTo(once("foreign"));
        assertThat(counted(fault, new RecordNumber(Source.RUN, 9, 1))).isEqualTo(once("dead_letter_stray"));
        assertThat(counted(fault, new RecordNumber(Source.RUN, 0, 1))).isEqualTo(once("resent"));
        assertThat(counted(fault, OWN)).isEqualTo(once(fault.name));
    }

    private static SortedMap<String, Long> counted(Fault fault, RecordNumber number) {
        return new Played(EnumSet.of(fault), true, number).counted();
    }

    private static SortedMap<String, Long> once(String name) {
        return new TreeMap<>(Map.of(name, 1L));
    }

    private static boolean cannotBeBoth(Fault first, Fault second) {
        // an event is before its delivery or after it; and the calendar has no room before its first day for what is
        // forgotten then
        return first == Fault.TOO_LATE && second == Fault.OFF_CLOCK
                || first == Fault.OUTSIDE_CALENDAR && second == Fault.FORGOTTEN;
    }

    /** Whether documents, statuses or both can have two faults. */
    private static List<Boolean> kinds(Fault first, Fault second) {
        List<Boolean> kinds = new ArrayList<>();
        if (first.of != Of.STATUSES && second.of != Of.STATUSES) {
            kinds.add(true);
        }
        if (first.of != Of.DOCUMENTS && second.of != Of.DOCUMENTS) {
            kinds.add(false);
        }
        return kinds;
    }

    /** One record with its faults, delivered after a document to two receivers, one of whom has accepted it. */
    private static final class Played {

        private static final long HOUR_S = 3_600;
        private static final long DAY_S = 86_400;

        private final AgencyCatalogue agencies = AgencyCatalogue.of(200, 0);
        private final Partition partition = new Partition();
        private final EventWriter writer = new EventWriter();
        private final Envelope envelope = new Envelope();
        private final Set<Fault> faults;
        private final SortedMap<String, Long> counted = new TreeMap<>();

        Played(Set<Fault> faults, boolean document) {
            this(faults, document, OWN);
        }

        Played(Set<Fault> faults, boolean document, RecordNumber number) {
            this.faults = faults;
            Source source = new Source(0);
            partition.apply(source.started(Source.run(Rules.DEFAULT, 1, agencies)));
            long at = emittedAt();
            long before = has(Fault.FORGOTTEN) ? at - 8 * DAY_S : at - 2 * HOUR_S;
            partition.apply(source.document(letter(0, 0, before), before));
            partition.apply(source.status(report(3, 1, before + HOUR_S), before + HOUR_S));
            SortedMap<String, Long> earlier = names();

            envelope.run = has(Fault.FOREIGN) ? Source.RUN + 1 : Source.RUN;
            envelope.source = has(Fault.BROKEN_FIELD) ? 0x10000 : has(Fault.NO_SUCH_SOURCE) ? 9 : 0;
            envelope.sequence = has(Fault.RESENT) ? 1 : 4;
            envelope.emittedAt = at;
            partition.apply(bytes(document), number);
            source.skipTo(4);
            partition.apply(source.ended(Math.max(at, Source.ENDS_AT)));
            names().forEach((name, count) -> counted.merge(name, count, Long::sum));
            earlier.forEach((name, count) -> counted.merge(name, -count, Long::sum));
            // of the end
            counted.merge("marker", -1L, Long::sum);
            counted.values().removeIf(count -> count == 0);
        }

        SortedMap<String, Long> counted() {
            return counted;
        }

        private SortedMap<String, Long> names() {
            SortedMap<String, Long> names = new TreeMap<>();
            for (Counter counter : Counter.values()) {
                if (counter.kind() == Counter.Kind.RECORD || counter.kind() == Counter.Kind.DELIVERY) {
                    names.put(counter.label(), partition.count(counter));
                }
            }
            return names;
        }

        private boolean has(Fault fault) {
            return faults.contains(fault);
        }

        /** Near that end of the calendar which the event is beyond. */
        private long emittedAt() {
            if (!has(Fault.OUTSIDE_CALENDAR)) {
                return Source.at("2023-03-20T09:00");
            }
            return Source.at(has(Fault.OFF_CLOCK) ? "2023-12-30T09:00" : "2023-01-02T09:00");
        }

        private long occurredAt() {
            long at = emittedAt();
            if (has(Fault.TOO_LATE)) {
                return at - 8 * DAY_S;
            }
            if (has(Fault.OFF_CLOCK)) {
                return at + 8 * DAY_S;
            }
            return has(Fault.OUTSIDE_CALENDAR) ? at - 2 * DAY_S : at;
        }

        private byte[] bytes(boolean document) {
            byte[] bytes;
            if (has(Fault.UNKNOWN_KIND)) {
                bytes = writer.unknownKind(envelope);
            } else {
                bytes = document ? writer.write(envelope, letter()) : writer.write(envelope, report());
            }
            if (has(Fault.CHANGED)) {
                bytes[bytes.length - 1] ^= 1;
            }
            if (has(Fault.NO_EVENT)) {
                bytes[0] = '<';
            }
            return bytes;
        }

        private DocumentSent letter() {
            DocumentSent letter = letter(has(Fault.KNOWN_DOCUMENT) ? 0 : 1, 9, occurredAt());
            if (has(Fault.UNKNOWN_CASE)) {
                letter.thread |= 1L << 34;
            }
            if (has(Fault.NO_RECEIVER)) {
                letter.receiverCount = 0;
            }
            if (has(Fault.UNKNOWN_SENDER)) {
                letter.sender = DocumentSent.ABSENT;
                letter.senderCode = "X99";
            }
            return letter;
        }

        private DocumentSent letter(int number, int ordinal, long sentAt) {
            DocumentSent letter = new DocumentSent();
            letter.thread = 77;
            letter.document = number;
            letter.ordinal = ordinal;
            letter.sender = agencies.number("G01");
            letter.addReceiver(agencies.number("H53"));
            letter.addReceiver(agencies.number("G02"));
            letter.sentAt = sentAt;
            return letter;
        }

        private StatusReported report() {
            int code = has(Fault.UNKNOWN_STATUS) ? 99 : has(Fault.SAID_BEFORE) ? 3 : 4;
            StatusReported status = report(code, has(Fault.KNOWN_STATUS) ? 1 : 9, occurredAt());
            if (has(Fault.UNKNOWN_CASE)) {
                status.thread |= 1L << 34;
            }
            if (has(Fault.NO_DOCUMENT)) {
                status.document = 5;
            }
            if (has(Fault.NOT_A_RECEIVER)) {
                status.receiver = agencies.number("H01");
            }
            if (has(Fault.UNKNOWN_AGENCY)) {
                status.receiver = DocumentSent.ABSENT;
                status.receiverCode = "not a code";
            }
            return status;
        }

        private StatusReported report(int code, int ordinal, long occurredAt) {
            StatusReported status = new StatusReported();
            status.thread = 77;
            status.receiver = agencies.number("H53");
            status.status = code;
            status.ordinal = ordinal;
            status.occurredAt = occurredAt;
            return status;
        }
    }
}
