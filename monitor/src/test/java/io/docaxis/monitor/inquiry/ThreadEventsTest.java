package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.ThreadKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ThreadEventsTest {

    private static final long RUN = 77;
    private static final long THREAD = 4711;
    private static final long OTHER = 4712;
    private static final AgencyCatalogue AGENCIES = AgencyCatalogue.level1();

    private final EventWriter writer = new EventWriter();
    private final ThreadEvents events = new ThreadEvents(THREAD, RUN, AGENCIES, true);
    private long offset = 100;

    @Test
    void takesTheThreadsEventsOutOfTheirPartition() {
        document(1, THREAD, 0);
        document(2, OTHER, 0);
        status(3, THREAD, 1, Status.ACCEPTED);

        assertThat(events.events()).hasSize(2);
        ThreadEvent document = events.events().get(0);
        assertThat(document.offset()).isEqualTo(100);
        assertThat(document.sentMs()).isEqualTo(100_000);
        assertThat(document.emittedAt()).hasValue(2_000);
        assertThat(document.occurredAt()).hasValue(1_000);
        assertThat(document.source()).hasValue(0);
        assertThat(document.from()).isEqualTo("G18");
        assertThat(document.to()).containsExactly("H26", "H01", "X99");
        assertThat(document.content())
                .isEqualTo(new ThreadEvent.Document(
                        0,
                        0,
                        "CV",
                        "normal",
                        "new",
                        900,
                        1_000,
                        OptionalLong.of(3),
                        OptionalInt.empty(),
                        OptionalInt.empty()));
        ThreadEvent status = events.events().get(1);
        assertThat(status.content()).isEqualTo(new ThreadEvent.Report(1, 0, Status.ACCEPTED, 1_500));
        assertThat(status.from()).isEqualTo("H26");
        assertThat(status.to()).containsExactly("H26");
        assertThat(events.events()).allMatch(event -> !event.isAgain());
        assertThat(events.events()).allMatch(event -> event.delivery().missing().getAsLong() == 0);
    }

    @Test
    void keepsTheBytesOfWhatItTakes() {
        document(1, THREAD, 0);
        document(2, OTHER, 0);

        byte[] value = documentBytes(1, THREAD, 0, RUN);
        assertThat(events.bytes())
                .containsExactlyEntriesOf(Map.of(
                        100L, new RecordHex("0000000000001267", HexFormat.of().formatHex(value), value.length)));
        assertThat(RecordHex.of(null, null)).isEqualTo(new RecordHex(null, null, 0));
        assertThat(RecordHex.of(null, new byte[40_000]).valueHex()).hasSize(2 * 32_768);
    }

    @Test
    void whatCameBeforeIsResentOrDuplicate() {
        document(1, THREAD, 0);
        document(1, THREAD, 0);
        document(2, THREAD, 0);

        assertThat(deliveries())
                .containsExactly(delivery(false, false, 0), delivery(true, false, 0), delivery(false, true, 0));
    }

    @Test
    void sequencesOfAllThreadsShowWhatIsMissingJustBefore() {
        document(1, OTHER, 0);
        document(5, THREAD, 0);
        status(6, OTHER, 1, Status.ARRIVED);
        status(9, THREAD, 1, Status.ARRIVED);

        assertThat(deliveries()).containsExactly(delivery(false, false, 3), delivery(false, false, 2));
    }

    @Test
    void whereReadingBeganInTheMiddleAGapBeforeTheFirstIsNotKnown() {
        ThreadEvents middle = new ThreadEvents(THREAD, RUN, AGENCIES, false);
        middle.take(5, 0, ThreadKey.bytes(THREAD), documentBytes(41, THREAD, 0, RUN), null);
        middle.take(6, 0, ThreadKey.bytes(THREAD), documentBytes(43, THREAD, 1, RUN), null);

        assertThat(middle.events())
                .extracting(event -> event.delivery().missing())
                .containsExactly(OptionalLong.empty(), OptionalLong.of(1));
    }

    @Test
    void anUnreadableRecordIsShownWithTheNumberBesideIt() {
        document(1, THREAD, 0);
        byte[] damaged = documentBytes(3, THREAD, 1, RUN);
        damaged[damaged.length - 1] ^= 1;
        events.take(offset++, 0, ThreadKey.bytes(THREAD), damaged, new RecordNumber(RUN, 0, 3).toBytes());
        events.take(offset++, 0, ThreadKey.bytes(THREAD), new byte[] {1}, null);
        events.take(offset++, 0, ThreadKey.bytes(OTHER), new byte[] {1}, null);
        status(4, THREAD, 2, Status.ARRIVED);

        assertThat(events.events())
                .extracting(ThreadEvent::content)
                .filteredOn(ThreadEvent.Illegible.class::isInstance)
                .containsExactly(new ThreadEvent.Illegible("checksum"), new ThreadEvent.Illegible("malformed"));
        assertThat(events.events())
                .extracting(event -> event.delivery().missing())
                .containsExactly(OptionalLong.of(0), OptionalLong.of(1), OptionalLong.empty(), OptionalLong.of(0));
    }

    @Test
    void anotherRunsEventsAreForeignAndCountNoSequence() {
        events.take(1, 0, ThreadKey.bytes(THREAD), documentBytes(90, THREAD, 0, RUN + 1), null);
        document(1, THREAD, 0);

        assertThat(events.events())
                .extracting(event -> event.delivery().foreign())
                .containsExactly(true, false);
        assertThat(events.events().get(1).delivery()).isEqualTo(delivery(false, false, 0));
    }

    private List<ThreadEvent.Delivery> deliveries() {
        return events.events().stream().map(ThreadEvent::delivery).toList();
    }

    private static ThreadEvent.Delivery delivery(boolean resent, boolean duplicate, long missing) {
        return new ThreadEvent.Delivery(false, resent, duplicate, OptionalLong.of(missing));
    }

    private void document(long sequence, long thread, int ordinal) {
        events.take(
                offset, offset * 1_000, ThreadKey.bytes(thread), documentBytes(sequence, thread, ordinal, RUN), null);
        offset++;
    }

    private byte[] documentBytes(long sequence, long thread, int ordinal, long run) {
        DocumentSent document = new DocumentSent();
        document.thread = thread;
        document.ordinal = ordinal;
        document.sender = AGENCIES.number("G18");
        document.addReceiver(AGENCIES.number("H26"));
        document.addReceiverCode("000.00.00.H01");
        document.addReceiverCode("X99");
        document.signedAt = 900;
        document.sentAt = 1_000;
        document.dueOn = 3;
        return writer.write(envelope(sequence, run), document);
    }

    private void status(long sequence, long thread, int ordinal, int code) {
        StatusReported status = new StatusReported();
        status.thread = thread;
        status.ordinal = ordinal;
        status.receiver = AGENCIES.number("H26");
        status.status = code;
        status.occurredAt = 1_500;
        events.take(
                offset, offset * 1_000, ThreadKey.bytes(thread), writer.write(envelope(sequence, RUN), status), null);
        offset++;
    }

    private static Envelope envelope(long sequence, long run) {
        Envelope envelope = new Envelope();
        envelope.run = run;
        envelope.sequence = sequence;
        envelope.emittedAt = 2_000;
        return envelope;
    }
}
