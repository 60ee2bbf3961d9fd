package io.docaxis.producer.plan;

/**
 * What of a world is played: the threads that begin at or after one instant, as far as they are delivered before another. All
 * else that is planned is withheld. Immutable.
 *
 * @param beginsAt what begins before is left out, with all that follows from it
 * @param deliveredBefore what would be delivered at or after it is not
 */
public record Excerpt(World world, long beginsAt, long deliveredBefore) {

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
        return new Excerpt(world, world.startsAt(), world.drainedAt());
    }

    /** The same without what begins before an instant. */
    public Excerpt from(long beginAt) {
        return new Excerpt(world, beginAt, deliveredBefore);
    }

    /** The same, ended at an instant: that of its end or before. */
    public Excerpt until(long endAt) {
        return new Excerpt(world, beginsAt, Math.min(deliveredBefore, endAt));
    }

    /** Whether something is delivered in the world that is not here, though its thread begins here. */
    public boolean isCut() {
        return deliveredBefore < world.drainedAt();
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
        return world.threadsBefore(deliveredBefore);
    }
}
