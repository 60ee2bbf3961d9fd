package io.docaxis.producer.publish;

/**
 * How far a source has come; written by its sending thread and the client's, read by any.
 *
 * @param scheduled documents and statuses (damaged ones too) given to the client, or found in the log by a restart
 * @param acknowledged of these, those that the broker has
 * @param failed of these, those that it will never have
 * @param simulatedAt the source's clock
 */
public record PublishProgress(long scheduled, long acknowledged, long failed, long simulatedAt) {

    /** Neither acknowledged nor failed: the client does not know. */
    public long unknown() {
        return scheduled - acknowledged - failed;
    }
}
