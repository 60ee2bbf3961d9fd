package io.docaxis.simulator.load.judge;

import java.util.Locale;

/**
 * Whether a requirement is held.
 *
 * @param requirement as the user wrote it, in one spelling
 * @param finding whether it is held; unknown is not held
 * @param measured the figure with its unit, or {@code unknown}
 */
public record Ruling(String requirement, State finding, String measured) {

    /** What a requirement comes to. */
    public enum State {
        HELD,
        BROKEN,
        UNKNOWN;

        /** As results write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(boolean held) {
            return held ? HELD : BROKEN;
        }
    }

    static Ruling unknown(String requirement) {
        return new Ruling(requirement, State.UNKNOWN, "unknown");
    }

    static Ruling of(String requirement, boolean held, String measured) {
        return new Ruling(requirement, State.of(held), measured);
    }

    public boolean isHeld() {
        return finding == State.HELD;
    }
}
