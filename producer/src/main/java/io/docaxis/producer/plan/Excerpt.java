package io.docaxis.producer.plan;

/**
 * What of a world is played: the threads that begin at or after one instant, as far as they are delivered before another. All
 * else that is planned is withheld. Immutable.
 *
 * @param beginsAt what begins before is left out, with all that follows from it
 * @param deliveredBefore what would be delivered at or after it is not
 * @param cut how far one source has come, if that is not as far; by what it delivered everything is judged at the same end
 */
public record Excerpt(World world, long beginsAt, long deliveredBefore, Cut cut) {

    /** @throws IllegalArgumentException unless it begins in the period, and ends after that, at the end of the drain time at the latest */
    public Excerpt {
        if (beginsAt < world.startsAt() || beginsAt >= world.endsAt()) {
            throw new IllegalArgumentException(
                    "excerpt from " + beginsAt + ": want " + world.startsAt() + " to " + (world.endsAt() - 1));
        }
        if (deliveredBefore <= beginsAt || deliveredBefore > world.drainedAt()) {
            throw new IllegalArgumentException(
                    "excerpt up to " + deliveredBefore + ": want " + (beginsAt + 1) + " to " + world.drainedAt());
        }
    }

    /** All of a world. */
    public static Excerpt whole(World world) {
        return new Excerpt(world, world.startsAt(), world.drainedAt(), Cut.NONE);
    }

    /** The same without what begins before an instant. */
    public Excerpt from(long beginAt) {
        return new Excerpt(world, beginAt, deliveredBefore, cut);
    }

    /** The same, ended at an instant: that of its end or before. */
    public Excerpt until(long endAt) {
        return new Excerpt(world, beginsAt, Math.min(deliveredBefore, endAt), cut);
    }

    /** The same of one source that has come no further than that. */
    public Excerpt until(Cut itsCut) {
        return new Excerpt(world, beginsAt, deliveredBefore, itsCut);
    }

    /** Whether something is delivered in the world that is not here, though its thread begins here. */
    public boolean isCut() {
        return firstWithheldAt() < world.drainedAt();
    }

    /** Whether a delivery comes: one that has a place among those of its second and thread. */
    public boolean isDelivered(long emittedAt, long thread, int place) {
        return emittedAt < deliveredBefore && cut.isAfter(emittedAt, thread, place);
    }

    /** The instant before which all of a thread is delivered; of a thread that is cut within a second, the one after that. */
    public long deliveredBefore(long thread) {
        return cut.isAfter(cut.at(), thread, 0) ? Math.min(deliveredBefore, endOf(cut.at())) : firstWithheldAt();
    }

    /** Nothing is delivered at or after it. */
    public long deliveryEndsAt() {
        return Math.min(deliveredBefore, endOf(cut.at()));
    }

    private long firstWithheldAt() {
        return Math.min(deliveredBefore, cut.at());
    }

    private static long endOf(long second) {
        return second == Long.MAX_VALUE ? second : second + 1;
    }

    /** The instant by which everything is judged. */
    public long endsAt() {
        return Math.min(deliveredBefore, world.endsAt());
    }

    /** The first thread that is played. */
    public long firstThread() {
        return world.threadsBefore(beginsAt);
    }

    /** The first thread after those that are played. */
    public long threadsEnd() {
        return world.threadsBefore(deliveryEndsAt());
    }
}
