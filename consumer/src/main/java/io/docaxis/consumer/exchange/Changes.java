package io.docaxis.consumer.exchange;

/** Takes the changed entries of an {@link ExchangeState}: one call for each entry that differs since the last drain. */
public interface Changes {

    void put(byte[] key, byte[] value);

    void delete(byte[] key);
}
