package io.docaxis.simulator.command;

/** The command line asks for something that cannot be; the message says what can. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
