package io.docaxis.monitor.cluster;

/** What a topic holds is not what has to be there. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
        super(message);
    }
}
