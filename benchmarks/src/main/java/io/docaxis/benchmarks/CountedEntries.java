package io.docaxis.benchmarks;

import io.docaxis.consumer.state.EntryWriter;

/** What a commit would write, only counted. Not thread-safe. */
final class CountedEntries implements EntryWriter {

    /** Bytes of values, and one for each entry that is gone. */
    long written;

    @Override
    public void put(byte[] key, byte[] value) {
        written += value.length;
    }

    @Override
    public void delete(byte[] key) {
        written++;
    }
}
