package io.docaxis.consumer.stream;

import org.apache.kafka.streams.errors.StreamsException;

/**
 * Streams aborted a task and is about to revive it. Kafka 4.2 does that wrongly: the revived task still knows the offsets of
 * its life before, may commit them, and records are lost at the next restart. So the stream thread ends instead, and the one
 * that replaces it begins anew at the committed offsets.
 */
final class RevivedTaskException extends StreamsException {
    private static final long serialVersionUID = 1L;

    RevivedTaskException(String task) {
        super("task " + task + " was aborted and begins anew");
    }
}
