package io.docaxis.consumer.state;

/** Takes the changed entries of an {@link ExchangeState}: one call for each entry that differs since the last drain. */
public interface EntryWriter {

    void put(byte[] key, byte[] value);

    void delete(byte[] key);
}
