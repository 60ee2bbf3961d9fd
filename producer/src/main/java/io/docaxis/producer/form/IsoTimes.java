package io.docaxis.producer.form;

import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;

/** Writes whole seconds and days as ISO 8601 has them, in UTC. Not thread-safe. */
final class IsoTimes {

    private static final int DAY_S = 86_400;
    /** Where the hour begins; the date stands before. */
    private static final int HOUR_AT = 11;

    private final JsonGenerator json;
    private final char[] text = "1970-01-01T00:00:00Z".toCharArray();
    /** The day whose date is in the text. */
    private long day;

    IsoTimes(JsonGenerator json) {
        this.json = json;
    }

    /** Writes seconds since 1970, but for 0, which means that there is no instant. */
    void instantIfAny(String name, long seconds) {
        if (seconds != 0) {
            instant(name, seconds);
        }
    }

    /** Writes seconds since 1970. */
    void instant(String name, long seconds) {
        json.writeName(name);
        long its = Math.floorDiv(seconds, DAY_S);
        if (its != day && !set(its)) {
            json.writeString(Instant.ofEpochSecond(seconds).toString());
            return;
        }
        int second = (int) Math.floorMod(seconds, (long) DAY_S);
        digits(HOUR_AT, second / 3600);
        digits(HOUR_AT + 3, second / 60 % 60);
        digits(HOUR_AT + 6, second % 60);
        json.writeString(text, 0, text.length);
    }

    /** False: its year has not four digits. */
    private boolean set(long its) {
        String date = LocalDate.ofEpochDay(its).toString();
        if (date.length() != HOUR_AT - 1) {
            return false;
        }
        date.getChars(0, date.length(), text, 0);
        day = its;
        return true;
    }

    private void digits(int at, int number) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
    }

    /** Writes days since 1970. */
    void date(String name, long days) {
        json.writeStringProperty(name, LocalDate.ofEpochDay(days).toString());
    }

    /** Writes an array of days since 1970. */
    void dates(String name, Iterable<Integer> days) {
        json.writeArrayPropertyStart(name);
        for (int each : days) {
            json.writeString(LocalDate.ofEpochDay(each).toString());
        }
        json.writeEndArray();
    }
}
