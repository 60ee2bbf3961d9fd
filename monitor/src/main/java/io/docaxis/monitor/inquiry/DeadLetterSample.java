package io.docaxis.monitor.inquiry;

import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * One record that nobody could read, as it lies among the dead letters.
 *
 * @param reason as it was told with it; empty: it was not
 * @param topic of the record itself, as partition and offset are; empty: not told
 * @param writtenAtMs wall clock
 * @param cutFrom how long the value was, of which this is the first part; empty: it is whole
 * @param isNumbered whether a header says which source sent it
 */
record DeadLetterSample(
        String reason,
        String topic,
        OptionalInt partition,
        OptionalLong offset,
        long writtenAtMs,
        byte[] key,
        byte[] value,
        OptionalInt cutFrom,
        boolean isNumbered) {

    /** Counted so, whatever was wrong with its bytes. */
    static final String STRAY = "stray";

    private static final int DIGITS = 18;

    static DeadLetterSample of(ConsumerRecord<byte[], byte[]> letter) {
        return new DeadLetterSample(
                text(letter, "reason"),
                text(letter, "topic"),
                integer(text(letter, "partition")),
                number(text(letter, "offset")),
                letter.timestamp(),
                letter.key(),
                letter.value(),
                integer(text(letter, "cut-from")),
                RecordNumber.read(bytes(letter, RecordNumber.HEADER)) != null);
    }

    /** Whether it is what somebody asks for; a stray is one that does not say by whom it was sent. */
    boolean isOf(String asked) {
        return asked.equals(STRAY)
                ? !isNumbered && cutFrom.isEmpty() && !reason.equals(Unreadable.NO_RECEIVER.label())
                : reason.equals(asked);
    }

    private static byte[] bytes(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
        byte[] bytes = bytes(letter, name);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static OptionalLong number(String written) {
        boolean isNumber = !written.isEmpty()
                && written.length() <= DIGITS
                && written.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isNumber ? OptionalLong.of(Long.parseLong(written)) : OptionalLong.empty();
    }

    private static OptionalInt integer(String written) {
        OptionalLong number = number(written);
        return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }
}
