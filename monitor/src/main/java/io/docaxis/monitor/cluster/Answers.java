package io.docaxis.monitor.cluster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answers to one question about many things: each was answered, or failed for a reason of its own. One that failed hides no
 * other. Not thread-safe.
 *
 * @param <K> what was asked about
 * @param <V> what was answered
 */
public final class Answers<K, V> {

    private final Map<K, V> known = new LinkedHashMap<>();
    private final Map<K, RuntimeException> failed = new HashMap<>();

    void add(K about, V answer) {
        known.put(about, answer);
    }

    void fail(K about, RuntimeException why) {
        failed.put(about, why);
    }

    /** What was answered. */
    public Map<K, V> known() {
        return known;
    }

    /** What was not, and why. */
    public Map<K, RuntimeException> failed() {
        return failed;
    }
}
