package io.docaxis.monitor.cluster;

/** A cluster said nothing to a question, in all the time that it was given. Asking again may help. */
public final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The time that an answer is given. */
    static final int TIMEOUT_MS = 5_000;

    public UnansweredException(String asked, Throwable cause) {
        super("no answer within " + TIMEOUT_MS / 1000 + " s to what was asked: " + asked, cause);
    }
}
