package io.docaxis.producer.publish;

import io.docaxis.producer.fastsend.SentEvents;

/** Hears of a load's events, one source's: in nanoseconds since 1970, by the {@link SteadyClock} that the source was given. */
public interface SendTimes {

    /** An event is given to Kafka's client now. The sending thread. */
    void given(long intendedAtNs, long givenAtNs);

    /**
     * The broker has events. The client's thread.
     *
     * @param events used again once this returns
     * @param requestedAtNs when the first request left that carried them; {@link SentEvents#UNKNOWN} where that is not known
     */
    void acknowledged(SentEvents events, long requestedAtNs, long acknowledgedAtNs);

    /** Events failed for good; the client's thread, or the sending one. */
    void failed(SentEvents events, Exception cause);
}
