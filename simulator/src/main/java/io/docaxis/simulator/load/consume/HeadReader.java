package io.docaxis.simulator.load.consume;

import org.apache.kafka.common.header.Headers;

/** Reads what records say about their delivery, in one format. Of one thread. */
public interface HeadReader {

    /**
     * Reads one record.
     *
     * @param value null: the record has none
     * @param into filled as a whole where the answer is yes
     * @return whether it says whose it is
     */
    boolean read(byte[] value, Headers headers, RecordHead into);
}
