package io.docaxis.simulator.service;

import io.docaxis.producer.publish.PublishProgress;
import java.util.Optional;

/**
 * How one source of this process is doing at one moment.
 *
 * @param name as messages have it, such as 1/2
 * @param begun whether it has looked at what is in the topics already, and sends
 * @param progress how far it has come; meaningless before it has begun
 * @param silentMs for how long the broker has answered nothing though something waits for it
 * @param failure why it has stopped for good; empty while it has not
 */
public record SourceStatus(
        String name, boolean begun, PublishProgress progress, long silentMs, Optional<String> failure) {}
