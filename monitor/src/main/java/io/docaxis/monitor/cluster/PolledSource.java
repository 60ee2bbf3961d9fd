package io.docaxis.monitor.cluster;

/**
 * Where figures come from. One thread at a time.
 *
 * @param <T> what it says
 */
public interface PolledSource<T> extends AutoCloseable {

    /** The figures now. What it throws makes them unknown. */
    T read() throws Exception;

    @Override
    void close();
}
