package io.docaxis.monitor.cluster;

/** A cluster answered, but not with what it was asked for. */
public class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
