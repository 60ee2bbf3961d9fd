package io.docaxis.producer.form;

import io.docaxis.common.hash.Hash;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large the value of an event's record is to be, without key and headers: a fixed size, or one drawn evenly from a range. Bytes.
 *
 * @param leastBytes from 1
 * @param mostBytes up to {@link #MOST_BYTES}; equal to the least: fixed
 */
public record RecordSize(int leastBytes, int mostBytes) {

    /** 10 MiB: ten times what Kafka's clients and brokers take by default. */
    public static final int MOST_BYTES = 10 << 20;

    private static final Pattern ONE = Pattern.compile("([0-9]{1,9}) ?([A-Za-z]*)");
    private static final Map<String, Integer> UNITS =
            Map.of("", 1, "b", 1, "kb", 1_000, "kib", 1 << 10, "mb", 1_000_000, "mib", 1 << 20);
    private static final String ALLOWED =
            "want bytes such as 100B, 1KB (1000), 1KiB (1024) or 1500, or a range such as 200B..4KB; from 1 byte to 10MiB";

    /** @throws IllegalArgumentException if it is no range within the limits */
    public RecordSize {
        if (leastBytes < 1 || mostBytes > MOST_BYTES || leastBytes > mostBytes) {
            throw new IllegalArgumentException("size of events " + text(leastBytes, mostBytes) + ": " + ALLOWED);
        }
    }

    /** One size for all. */
    public static RecordSize fixed(int bytes) {
        return new RecordSize(bytes, bytes);
    }

    /**
     * What somebody wrote.
     *
     * @throws IllegalArgumentException if it is no size; says what is allowed
     */
    public static RecordSize parse(String written) {
        int dots = written.indexOf("..");
        long least = bytes(written, dots < 0 ? written : written.substring(0, dots));
        long most = dots < 0 ? least : bytes(written, written.substring(dots + 2));
        if (least < 1 || most > MOST_BYTES) {
            throw refusal(written);
        }
        if (least > most) {
            throw new IllegalArgumentException(
                    "size of events '" + written + "' ends below where it begins: " + ALLOWED);
        }
        return new RecordSize((int) least, (int) most);
    }

    private static long bytes(String written, String one) {
        Matcher parts = ONE.matcher(one.strip());
        Integer unit = parts.matches() ? UNITS.get(parts.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw refusal(written);
        }
        return Long.parseLong(parts.group(1)) * unit;
    }

    private static IllegalArgumentException refusal(String written) {
        return new IllegalArgumentException("size of events '" + written + "': " + ALLOWED);
    }

    public boolean isFixed() {
        return leastBytes == mostBytes;
    }

    /** The size of one event, by its identity: the same on any machine, for any number of sources, and each time it is sent. */
    public int bytes(long seed, long thread, int ordinal) {
        if (isFixed()) {
            return leastBytes;
        }
        long drawn = Hash.mix(Hash.mix(seed, thread), ordinal);
        return leastBytes + (int) Long.remainderUnsigned(drawn, mostBytes - leastBytes + 1L);
    }

    /** Bytes, as {@link #parse} takes them. */
    @Override
    public String toString() {
        return text(leastBytes, mostBytes);
    }

    private static String text(int least, int most) {
        return least == most ? least + "B" : least + "B.." + most + "B";
    }
}
