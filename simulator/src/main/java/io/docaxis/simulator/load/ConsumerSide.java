package io.docaxis.simulator.load;

import io.docaxis.producer.publish.LoadProgress;
import io.docaxis.simulator.load.consume.LoadConsumer;
import io.docaxis.simulator.load.judge.Proof;
import io.docaxis.simulator.load.measure.LagSample;
import io.docaxis.simulator.load.result.LoadDelivery;
import io.docaxis.simulator.load.result.LoadProof;
import io.docaxis.simulator.report.Client;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Who consumes a load, and what is known from it at the end. Of the thread that plays the load. */
public interface ConsumerSide extends AutoCloseable {

    /** Nobody consumes. */
    ConsumerSide NOBODY = new ConsumerSide() {
        @Override
        public LoadConsumer consumer() {
            return LoadConsumer.NONE;
        }

        @Override
        public LagSample lag(int second) {
            return new LagSample(second, OptionalLong.empty(), OptionalDouble.empty());
        }

        @Override
        public Findings findings(LoadProgress sent, List<String> gaps, List<LagSample> lags, BooleanSupplier givesUp) {
            return Findings.notProved(LoadDelivery.UNKNOWN, "nobody consumed");
        }

        @Override
        public void close() {
            // there is nothing to stop
        }
    };

    /** How it is followed. */
    LoadConsumer consumer();

    /** How far it is behind now. */
    LagSample lag(int second);

    /**
     * All that it knows once the load is over.
     *
     * @param sent what sources know
     * @param gaps why what was sent is incomplete, in words
     * @param lags how far it was behind, by second
     * @param givesUp whether it should not wait any longer
     */
    Findings findings(LoadProgress sent, List<String> gaps, List<LagSample> lags, BooleanSupplier givesUp);

    /** Its Kafka client; empty where it has none in this process. */
    default Optional<Client> client() {
        return Optional.empty();
    }

    /** The name of its group; empty: it has none. */
    default String group() {
        return "";
    }

    /** What else to know of it, in words; may be empty. */
    default String remark() {
        return "";
    }

    @Override
    void close();

    /**
     * What a consumer's side knows at the end.
     *
     * @param withheld events of the plan that were not due any more; empty: unknown
     */
    record Findings(LoadDelivery delivery, LoadProof proof, OptionalLong withheld) {

        static Findings notProved(LoadDelivery delivery, String why) {
            return new Findings(delivery, new LoadProof(Proof.NOT_PROVED, List.of(why)), OptionalLong.empty());
        }
    }
}
