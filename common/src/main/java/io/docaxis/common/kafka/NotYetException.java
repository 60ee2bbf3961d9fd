package io.docaxis.common.kafka;

/** The Kafka cluster is not as it has to be, but may be soon: {@link ClusterAdmin#askAgain}. */
public final class NotYetException extends ClusterException {
    private static final long serialVersionUID = 1L;

    public NotYetException(String message) {
        super(message);
    }
}
