package io.docaxis.common.kafka;

import java.time.Duration;

/** Waits for something as long as it comes on, and no longer than a time without anything. One thread. */
public final class SilenceLimit {

    private final Duration most;
    private final String what;
    private long lastAtNanos = System.nanoTime();

    /** @param what is waited for, in words */
    public SilenceLimit(Duration most, String what) {
        this.most = most;
        this.what = what;
    }

    /**
     * Says how much has just come.
     *
     * @throws ClusterException if nothing has for too long
     */
    public void after(int come) {
        long now = System.nanoTime();
        if (come > 0) {
            lastAtNanos = now;
        } else if (now - lastAtNanos > most.toNanos()) {
            throw new ClusterException("no broker answers: asked for " + what + ", and nothing came for "
                    + Duration.ofNanos(now - lastAtNanos).toSeconds() + " s");
        }
    }
}
