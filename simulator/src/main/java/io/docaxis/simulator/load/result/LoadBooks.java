package io.docaxis.simulator.load.result;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What became of the events of a load, warm-up included. Empty is unknown.
 *
 * @param offered to the client: acknowledged, failed and unknown add up to it
 * @param failed which the client gave up, and which are not in the log
 * @param unknown which the client gave up, and which may be in the log
 * @param withheld which were not due any more when the load ended
 */
public record LoadBooks(
        OptionalLong offered,
        OptionalLong acknowledged,
        OptionalLong failed,
        OptionalLong unknown,
        OptionalLong withheld) {

    public static final LoadBooks UNKNOWN = new LoadBooks(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    public LoadBooks {
        OptionalLong sum = sum(List.of(acknowledged, failed, unknown));
        if (offered.isPresent() && sum.isPresent() && offered.getAsLong() != sum.getAsLong()) {
            throw new IllegalArgumentException("the books do not balance: offered " + offered.getAsLong()
                    + ", but acknowledged, failed and unknown are " + sum.getAsLong());
        }
    }

    /** What failed, and what nobody knows of. */
    public OptionalLong lost() {
        return sum(List.of(failed, unknown));
    }

    /** Of several shards together: unknown where one of them is. */
    static LoadBooks together(List<LoadBooks> all) {
        return new LoadBooks(
                sum(all, LoadBooks::offered),
                sum(all, LoadBooks::acknowledged),
                sum(all, LoadBooks::failed),
                sum(all, LoadBooks::unknown),
                sum(all, LoadBooks::withheld));
    }

    /** Of all of them: unknown where one is. */
    static <T> OptionalLong sum(List<T> all, Function<T, OptionalLong> figure) {
        return sum(all.stream().map(figure).toList());
    }

    private static OptionalLong sum(List<OptionalLong> figures) {
        return figures.stream().allMatch(OptionalLong::isPresent)
                ? OptionalLong.of(
                        figures.stream().mapToLong(OptionalLong::getAsLong).sum())
                : OptionalLong.empty();
    }
}
