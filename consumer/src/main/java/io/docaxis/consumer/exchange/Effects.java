package io.docaxis.consumer.exchange;

import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.Lateness;

/** What is sent out beside changing the state: called on the thread that applies records, or concludes. */
public interface Effects {

    /** A record that could not be read, or that goes to nobody; the bytes are as they came, perhaps null. */
    void deadLetter(Unreadable reason, byte[] value, long offset);

    /**
     * What is now known of an obligation that is late, or was said to be.
     *
     * @param key thread/document/receiver/obligation as text; only the last revision of a key is a conclusion
     */
    void lateness(String key, Lateness announcement);
}
