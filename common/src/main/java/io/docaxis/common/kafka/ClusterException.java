package io.docaxis.common.kafka;

/** The Kafka cluster is not there, or not as it has to be. The message tells a user what to do. */
public class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClusterException(String message) {
        super(message);
    }

    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
