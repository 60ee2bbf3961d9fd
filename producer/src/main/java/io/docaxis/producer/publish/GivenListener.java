package io.docaxis.producer.publish;

/** Hears of each event of a load before it is given to the client; the sending thread. */
interface GivenListener {

    /** Wall-clock nanoseconds since 1970: when it was wanted, and when the loop came to it. */
    void given(long intendedAtNs, long givenAtNs);
}
