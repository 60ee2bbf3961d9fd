package io.docaxis.producer.publish;

/** A wall clock that moves only where somebody waits, and then at once. */
final class MovedClock implements WallClock {

    private long nowMs;
    private long waits;
    private long thenAtMs = Long.MAX_VALUE;
    private Runnable then;

    MovedClock(long nowMs) {
        this.nowMs = nowMs;
    }

    /** Does something once the clock has come so far. */
    void at(long atMs, Runnable what) {
        thenAtMs = atMs;
        then = what;
    }

    void advance(long byMs) {
        nowMs += byMs;
    }

    /** How often somebody has waited. */
    long waits() {
        return waits;
    }

    @Override
    public long nowMs() {
        return nowMs;
    }

    @Override
    public void waitMs(long mostMs) {
        waits++;
        nowMs += mostMs;
        if (nowMs >= thenAtMs) {
            thenAtMs = Long.MAX_VALUE;
            then.run();
        }
    }
}
