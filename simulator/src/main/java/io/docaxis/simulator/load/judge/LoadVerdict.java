package io.docaxis.simulator.load.judge;

import java.util.List;
import java.util.Locale;

/** What a load comes to: the first of these that is so. */
public enum LoadVerdict {
    /** Stopped by the user. */
    INTERRUPTED,
    /** Cluster, disk or directory were not as they have to be. */
    ENVIRONMENT,
    /** Consumers concluded something else than was true. */
    DIFFERS,
    /** The measurements say nothing, good or bad. */
    INVALID,
    /** A requirement is broken, or it is not known to be held. */
    BROKEN,
    /** The proof is incomplete. */
    INCOMPLETE,
    /** All is kept. */
    HELD;

    public static LoadVerdict of(
            boolean interrupted, boolean environment, Proof proof, Validity validity, List<Ruling> rulings) {
        if (interrupted) {
            return INTERRUPTED;
        }
        if (environment) {
            return ENVIRONMENT;
        }
        if (proof == Proof.DIFFERS) {
            return DIFFERS;
        }
        if (validity.isDecisive()) {
            return INVALID;
        }
        if (!rulings.stream().allMatch(Ruling::isHeld)) {
            return BROKEN;
        }
        return proof == Proof.INCOMPLETE ? INCOMPLETE : HELD;
    }

    /** As results write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
