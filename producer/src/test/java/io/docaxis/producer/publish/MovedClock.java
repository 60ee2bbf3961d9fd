package io.docaxis.producer.publish;

/** A clock that moves only where somebody waits, and then at once. */
final class MovedClock implements Clock {

    private long nowNs;
    private long waits;
    private long thenAtNs = Long.MAX_VALUE;
    private Runnable then;

    MovedClock(long nowNs) {
        this.nowNs = nowNs;
    }

    /** Does something once the clock has come so far. */
    void at(long atNs, Runnable what) {
        thenAtNs = atNs;
        then = what;
    }

    void advance(long byNs) {
        nowNs += byNs;
    }

    /** How often somebody has waited. */
    long waits() {
        return waits;
    }

    @Override
    public long nowNs() {
        return nowNs;
    }

    @Override
    public void waitNs(long mostNs) {
        waits++;
        nowNs += mostNs;
        if (nowNs >= thenAtNs) {
            thenAtNs = Long.MAX_VALUE;
            then.run();
        }
    }
}
