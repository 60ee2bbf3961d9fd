package io.docaxis.consumer.stream;

import org.apache.kafka.streams.errors.StreamsException;

/**
 * Streams aborted a task and is about to revive it, for another reason than a failed transaction, after which {@link FencedByAbort} lets
 * none be revived: say, its changelog cannot be restored. A revived task may know offsets of its life before. So the stream thread ends
 * instead, and the one that replaces it begins anew at the committed offsets.
 */
final class RevivedTaskException extends StreamsException {
    private static final long serialVersionUID = 1L;

    RevivedTaskException(String task) {
        super("task " + task + " was aborted and begins anew");
    }
}
