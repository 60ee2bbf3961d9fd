package io.docaxis.producer.publish;

/**
 * How a source's run ended.
 *
 * @param complete every record is in the log, the end markers and the ledger too
 * @param stopped ended early because somebody asked for it
 * @param failure the first send that failed for good, or null
 * @param books what was sent
 */
public record PublishResult(boolean complete, boolean stopped, Exception failure, PublishProgress books) {}
