package io.docaxis.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Unreadable;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.consumer.exchange.Exchange;
import io.docaxis.consumer.exchange.ExchangeOutput;
import io.docaxis.consumer.state.ExchangeState;
import org.junit.jupiter.api.Test;

/** By turns, every thirty seconds; the others are in {@link ExchangeTopologyTest}. */
class TallyPublisherTest {

    private static final long START = 1_767_225_600_000L;
    private static final long LEAST = 27_000;
    private static final long EVERY = 30_000;

    private final OneSource source = new OneSource();
    private final Exchange exchange = new Exchange(new ExchangeState(), 0, new Nobody());
    private final TallyReader published = new TallyReader();
    private final TallyPublisher publisher =
            new TallyPublisher(exchange, 0, 1, published::read, StreamSettings.MEASURED, START);
    private long offset;

    /** A reader sees what was so when the tally was taken: all of it, and nothing that came later. */
    @Test
    void whatWasTakenIsSentAsItWas() {
        apply(source.started(), source.document(1));
        publisher.take(START + LEAST);
        publisher.send(1);
        assertThat(publisher.isWaiting()).isTrue();
        apply(source.document(2), source.document(3));
        publisher.publish(START + LEAST + 1_000);
        assertThat(publisher.isWaiting()).isFalse();
        assertThat(applied()).isEqualTo(1);
        assertThat(published.headers(OneSource.RUN).get(0).getRecords()).isEqualTo(2);
        publisher.publish(START + LEAST + EVERY);
        assertThat(applied()).isEqualTo(3);
        assertThat(published.headers(OneSource.RUN).get(0).getRecords()).isEqualTo(4);
        assertThat(published.problems()).isEmpty();
    }

    /** It is taken ahead of a commit from nine tenths of the interval on; a commit does so itself where nothing came to do it. */
    @Test
    void aCommitTakesItOnlyWhereItWasNotTakenAhead() {
        apply(source.started(), source.document(1));
        assertThat(publisher.isDue(START + LEAST - 1)).isFalse();
        assertThat(publisher.isDue(START + LEAST)).isTrue();
        publisher.publish(START + EVERY - 1);
        assertThat(published.headers(OneSource.RUN)).isEmpty();
        publisher.publish(START + EVERY);
        assertThat(applied()).isEqualTo(1);
        assertThat(publisher.isDue(START + EVERY + LEAST - 1)).isFalse();
    }

    /** The run ends while a tally is on its way: both are sent with the commit, the last one last. */
    @Test
    void theLastTallyFollowsOneThatWaits() {
        apply(source.started(), source.document(1));
        publisher.take(START + LEAST);
        apply(source.document(2), source.ended());
        publisher.hurry();
        publisher.publish(START + LEAST + 1);
        assertThat(applied()).isEqualTo(2);
        assertThat(published.headers(OneSource.RUN).get(0).getEnded()).isTrue();
        assertThat(published.headers(OneSource.RUN).get(0).getInTurns()).isFalse();
    }

    private void apply(byte[]... records) {
        for (byte[] record : records) {
            exchange.apply(record, offset++);
        }
        exchange.conclude();
    }

    private long applied() {
        return published.sum(OneSource.RUN).count(Counter.APPLIED);
    }

    private static final class Nobody implements ExchangeOutput {

        @Override
        public void deadLetter(Unreadable reason, long offset) {
            throw new AssertionError(reason + " at " + offset);
        }

        @Override
        public void lateness(byte[] key, byte[] value) {
            // nothing is late here
        }
    }
}
