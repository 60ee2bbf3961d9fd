package io.docaxis.monitor.cluster;

/** A topic is not there, or another has taken its name. */
public final class TopicGoneException extends RefusedException {
    private static final long serialVersionUID = 1L;

    public TopicGoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
