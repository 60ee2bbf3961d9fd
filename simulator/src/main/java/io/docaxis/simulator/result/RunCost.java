package io.docaxis.simulator.result;

import java.util.OptionalLong;

/**
 * What a command took.
 *
 * @param elapsedMs wall time of the command
 * @param played whether the command itself played the whole run, so that a rate means something
 * @param mostBehindMs the most by which the sending was behind its schedule; empty without a schedule, or where another process
 *     sent
 * @param peakRssBytes most memory the process ever held; empty where the system does not say
 */
public record RunCost(long elapsedMs, boolean played, OptionalLong mostBehindMs, OptionalLong peakRssBytes) {

    /** Of a command that only looked at what others did. */
    public static RunCost ofOnlooker(long elapsedMs, OptionalLong peakRssBytes) {
        return new RunCost(elapsedMs, false, OptionalLong.empty(), peakRssBytes);
    }

    /** Events in a second, or empty where they are not known or the command did not play the run. */
    OptionalLong perSecond(OptionalLong events) {
        return played && elapsedMs > 0 && events.isPresent()
                ? OptionalLong.of(events.getAsLong() * 1000 / elapsedMs)
                : OptionalLong.empty();
    }
}
