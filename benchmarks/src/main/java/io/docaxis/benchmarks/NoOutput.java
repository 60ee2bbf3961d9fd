package io.docaxis.benchmarks;

import io.docaxis.common.event.Unreadable;
import io.docaxis.consumer.exchange.ExchangeOutput;

/** What an exchange sends out, for nobody. */
final class NoOutput implements ExchangeOutput {

    @Override
    public void deadLetter(Unreadable reason, long offset) {
        // nobody reads them here
    }

    @Override
    public void lateness(byte[] key, byte[] value) {
        // nor these
    }
}
