package io.docaxis.monitor.inquiry;

/** What was asked for is not known now. The message says why. */
public final class UnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownException(String message) {
        super(message);
    }
}
