package io.docaxis.monitor.inquiry;

import java.util.OptionalInt;

/**
 * What is wrong with a record's value.
 *
 * @param at index of the byte where that shows; empty: it has no place, or none that is known
 */
record WireFault(OptionalInt at, String why) {

    static WireFault at(int index, String why) {
        return new WireFault(OptionalInt.of(index), why);
    }

    static WireFault anywhere(String why) {
        return new WireFault(OptionalInt.empty(), why);
    }
}
