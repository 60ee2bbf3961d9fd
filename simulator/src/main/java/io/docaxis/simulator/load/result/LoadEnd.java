package io.docaxis.simulator.load.result;

import java.util.Optional;

/**
 * How a load ended.
 *
 * @param interrupted by the user, before its time
 * @param environment what was not as it has to be, in words: the cluster is gone, the disk full
 * @param breach which requirement ended it early, as {@code --abort-on-breach} wants; in words
 */
public record LoadEnd(boolean interrupted, Optional<String> environment, Optional<String> breach) {

    /** At its time. */
    public static final LoadEnd ORDERLY = new LoadEnd(false, Optional.empty(), Optional.empty());

    /** By the user. */
    public static final LoadEnd INTERRUPTED = new LoadEnd(true, Optional.empty(), Optional.empty());

    public static LoadEnd byEnvironment(String why) {
        return new LoadEnd(false, Optional.of(why), Optional.empty());
    }

    public static LoadEnd byBreach(String which) {
        return new LoadEnd(false, Optional.empty(), Optional.of(which));
    }

    public boolean isOrderly() {
        return !interrupted && environment.isEmpty() && breach.isEmpty();
    }
}
