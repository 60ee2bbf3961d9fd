package io.docaxis.monitor.figures;

import java.util.OptionalLong;

/**
 * A time in which an agency of level 1 was silent. Instants are simulated, in seconds.
 *
 * @param agency its number
 * @param from when its last report came, or the latest instant at which it can have come
 * @param seenAt watermark at which that was noticed
 * @param until watermark at which it was heard again, owed nothing any more, or the period was over; empty: it is silent still
 */
public record SilentSpell(int agency, long from, long seenAt, OptionalLong until) {

    SilentSpell endedAt(long watermark) {
        return new SilentSpell(agency, from, seenAt, OptionalLong.of(watermark));
    }

    SilentSpell again() {
        return new SilentSpell(agency, from, seenAt, OptionalLong.empty());
    }
}
