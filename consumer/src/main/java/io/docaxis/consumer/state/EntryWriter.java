package io.docaxis.consumer.state;

/** Takes the changed entries of an {@link ExchangeState}: one call for each entry that differs since the last drain. */
public interface EntryWriter {

    void put(byte[] key, byte[] value);

    void delete(byte[] key);

    /** Puts a value; null: deletes what is there. */
    default void write(byte[] key, byte[] valueOrNull) {
        if (valueOrNull == null) {
            delete(key);
        } else {
            put(key, valueOrNull);
        }
    }
}
