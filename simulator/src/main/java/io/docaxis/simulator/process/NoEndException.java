package io.docaxis.simulator.process;

/** What real processes were to play came to no end: something took for ever, or died that nobody killed. */
public final class NoEndException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoEndException(String message) {
        super(message);
    }
}
