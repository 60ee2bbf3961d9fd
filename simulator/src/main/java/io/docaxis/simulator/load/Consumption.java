package io.docaxis.simulator.load;

/**
 * Who consumes what a load sends.
 *
 * @param kind of consumer
 * @param group of somebody else's consumer; null for every other kind
 */
public record Consumption(Kind kind, String group) {

    /** Kinds of consumers. */
    public enum Kind {
        /** docaxis' own consumer: exactly once, and its conclusions are proved. */
        OWN,
        /** Nobody. */
        NONE,
        /** A plain consumer that counts. */
        COUNT,
        /** A consumer group that somebody else runs. */
        GROUP
    }

    public static final Consumption OWN = new Consumption(Kind.OWN, null);

    /**
     * As a user writes it: {@code own}, {@code none}, {@code count}, or the name of a group.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static Consumption parse(String text) {
        return switch (text) {
            case "own" -> OWN;
            case "none" -> new Consumption(Kind.NONE, null);
            case "count" -> new Consumption(Kind.COUNT, null);
            default -> {
                if (text.isBlank()) {
                    throw new IllegalArgumentException("want own, none, count, or the name of a consumer group");
                }
                yield new Consumption(Kind.GROUP, text);
            }
        };
    }

    public boolean isOwn() {
        return kind == Kind.OWN;
    }

    /** Whether this process learns of each event when it was consumed. */
    public boolean measuresEvents() {
        return kind == Kind.OWN || kind == Kind.COUNT;
    }

    /** Who consumes where somebody else's group is not: nobody. */
    Consumption rehearsed() {
        return kind == Kind.GROUP ? new Consumption(Kind.NONE, null) : this;
    }

    /** As {@link #parse} takes it. */
    @Override
    public String toString() {
        return switch (kind) {
            case OWN -> "own";
            case NONE -> "none";
            case COUNT -> "count";
            case GROUP -> group;
        };
    }
}
