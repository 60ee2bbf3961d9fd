package io.docaxis.producer.form;

import java.nio.charset.StandardCharsets;

/** Finds when an event of JSON was intended, without parsing it: costs some twenty comparisons. */
public final class JsonInstants {

    /** No event that begins as docaxis' do. */
    public static final long UNKNOWN = -1;

    private static final byte[] BEGINNING = JsonEventWriter.BEGINNING.getBytes(StandardCharsets.US_ASCII);
    private static final long NS_PER_US = 1_000;
    /** Enough until the year 2262, when nanoseconds overflow. */
    private static final int MOST_DIGITS = 16;

    private JsonInstants() {}

    /** The instant at which a value was intended in the log, exact to the microsecond: nanoseconds since 1970, or {@link #UNKNOWN}. */
    public static long intendedAtNs(byte[] value) {
        if (value == null || value.length <= BEGINNING.length) {
            return UNKNOWN;
        }
        for (int i = 0; i < BEGINNING.length; i++) {
            if (value[i] != BEGINNING[i]) {
                return UNKNOWN;
            }
        }
        long us = 0;
        int at = BEGINNING.length;
        while (at < value.length && value[at] >= '0' && value[at] <= '9' && at - BEGINNING.length < MOST_DIGITS) {
            us = us * 10 + value[at++] - '0';
        }
        return at == BEGINNING.length || at == value.length || value[at] != ',' ? UNKNOWN : us * NS_PER_US;
    }
}
