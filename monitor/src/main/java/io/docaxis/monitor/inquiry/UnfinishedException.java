package io.docaxis.monitor.inquiry;

/** There was no time to read all that the answer needs. The message says what was read, and what to do. */
public final class UnfinishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfinishedException(String message) {
        super(message);
    }
}
