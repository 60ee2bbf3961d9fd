package io.docaxis.simulator.load.measure;

/**
 * The instants of a load, epoch nanoseconds: it starts, its warm-up ends, and nothing is intended any more.
 *
 * @param measuredFromAtNs what is intended from here on counts
 * @param endAtNs what is intended here or later does not
 */
public record Stretch(long startAtNs, long measuredFromAtNs, long endAtNs) {

    private static final long SECOND_NS = 1_000_000_000L;

    public Stretch {
        if (startAtNs > measuredFromAtNs || measuredFromAtNs > endAtNs || startAtNs == endAtNs) {
            throw new IllegalArgumentException("a load starts at " + startAtNs + " ns, is measured from "
                    + measuredFromAtNs + " and ends at " + endAtNs + ": want that order");
        }
    }

    /** Whether an instant is in the measured part. */
    public boolean measures(long atNs) {
        return atNs >= measuredFromAtNs && atNs < endAtNs;
    }

    /** The second since the start in which an instant is; negative before the start. */
    public int second(long atNs) {
        return Math.toIntExact(Math.floorDiv(atNs - startAtNs, SECOND_NS));
    }

    public double warmUpSeconds() {
        return (measuredFromAtNs - startAtNs) / 1e9;
    }

    public double measuredSeconds() {
        return (endAtNs - measuredFromAtNs) / 1e9;
    }

    public double seconds() {
        return (endAtNs - startAtNs) / 1e9;
    }

    /** The same load, ended earlier: during its warm-up, nothing of it was measured. */
    public Stretch endedAt(long atNs) {
        long end = Math.max(startAtNs + 1, Math.min(endAtNs, atNs));
        return new Stretch(startAtNs, Math.min(measuredFromAtNs, end), end);
    }
}
