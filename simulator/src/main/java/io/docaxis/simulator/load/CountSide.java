package io.docaxis.simulator.load;

import io.docaxis.producer.publish.LoadProgress;
import io.docaxis.simulator.load.consume.CountedRecords;
import io.docaxis.simulator.load.consume.CountingConsumer;
import io.docaxis.simulator.load.consume.LoadConsumer;
import io.docaxis.simulator.load.measure.LagSample;
import io.docaxis.simulator.load.result.LoadDelivery;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** A plain consumer that counts: what is lost, doubled and out of order is known from it, and nothing is proved. */
final class CountSide implements ConsumerSide {

    private final CountingConsumer consumer;

    CountSide(CountingConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public LoadConsumer consumer() {
        return consumer;
    }

    @Override
    public LagSample lag(int second) {
        return new LagSample(second, consumer.progress().lag(), OptionalDouble.empty());
    }

    /** What never came is what is acknowledged, less what was counted but once; of sends that failed, the broker may have any. */
    @Override
    public Findings findings(LoadProgress sent, List<String> gaps, List<LagSample> lags, BooleanSupplier givesUp) {
        CountedRecords counted = consumer.counted();
        return Findings.notProved(
                new LoadDelivery(
                        sent.acknowledged() == sent.scheduled()
                                ? OptionalLong.of(sent.acknowledged() - (counted.events() - counted.duplicates()))
                                : OptionalLong.empty(),
                        OptionalLong.of(counted.duplicates()),
                        OptionalLong.of(counted.late()),
                        OptionalLong.empty()),
                "a plain consumer counted");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
