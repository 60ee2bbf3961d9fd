package io.docaxis.simulator.process;

/** A process that this one started did not do what it was started for; the message says what it said itself. */
public final class ChildFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChildFailedException(String message) {
        super(message);
    }
}
