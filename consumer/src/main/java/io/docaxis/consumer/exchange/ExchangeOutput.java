package io.docaxis.consumer.exchange;

import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.Lateness;

/** What is sent out beside changing the state: called on the thread that applies records, or concludes. */
public interface ExchangeOutput {

    /** The record that is applied could not be read, or goes to nobody. */
    void deadLetter(Unreadable reason, long offset);

    /**
     * What is now known of an obligation that is late, or was said to be.
     *
     * @param key thread/document/receiver/obligation as text; only the last revision of a key is a conclusion
     * @param value a {@link Lateness}
     */
    void lateness(byte[] key, byte[] value);
}
