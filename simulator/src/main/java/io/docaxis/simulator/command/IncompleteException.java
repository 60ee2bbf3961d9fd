package io.docaxis.simulator.command;

/** A run cannot be played to its end; the message says why. */
final class IncompleteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteException(String message) {
        super(message);
    }
}
