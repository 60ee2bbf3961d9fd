package io.docaxis.simulator.report;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.simulator.process.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether measurements mean anything: why not, in words. Nothing to say: they do. */
public final class Trust {

    /** The most of the machine that other processes may take. */
    static final double MOST_FOR_OTHERS = 0.05;

    private Trust() {}

    /** Whose clients were slower than they can be, though nobody wanted that. */
    public static List<String> doubts(String where, Clients clients) {
        List<String> doubts = new ArrayList<>();
        for (FastPath.Side side : FastPath.Side.values()) {
            doubts.addAll(doubts(where, side, clients.of(side)));
        }
        return doubts;
    }

    /** The same of one side. */
    public static List<String> doubts(String where, FastPath.Side side, Optional<Client> client) {
        if (client.flatMap(Client::fast).isEmpty()) {
            return List.of(where + ": it is not known whether the " + side.label() + " was on its fast path");
        }
        return client.get().isAsWanted()
                ? List.of()
                : List.of(where + ": the " + side.label() + " was not on its fast path: "
                        + client.get().how());
    }

    /** What other processes did meanwhile. */
    public static List<String> doubts(String where, Usage usage) {
        OptionalDouble others = usage.others();
        if (others.isEmpty()) {
            return List.of(where + ": this system does not say what other processes took of the machine");
        }
        if (others.getAsDouble() > MOST_FOR_OTHERS) {
            return List.of(String.format(
                    Locale.ROOT,
                    "%s: other processes took %.0f %% of the machine; want at most %.0f %%",
                    where,
                    100 * others.getAsDouble(),
                    100 * MOST_FOR_OTHERS));
        }
        return List.of();
    }
}
