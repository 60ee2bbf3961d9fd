package io.docaxis.simulator.drill;

import java.util.Optional;

/** The producer dies without a word; what is started in its place finds out by itself how far it had come. */
final class KillProducer implements Fault {

    private static final int UNDER_WAY_PERCENT = 12;

    /** They are sent, for the producer may be far ahead of slow consumers; but not before these are well under way. */
    @Override
    public long come(Pipeline pipeline) throws InterruptedException {
        return pipeline.applied() * 100 < pipeline.events() * UNDER_WAY_PERCENT ? 0 : pipeline.records();
    }

    @Override
    public InjectedFault strike(Pipeline pipeline) throws InterruptedException {
        pipeline.producer().kill();
        // recovered is what has read on beyond what the dead one sent
        InjectedFault injected = new InjectedFault("kill -9 of the producer", System.nanoTime(), pipeline.ends());
        // at its old pace it would first wait until the clock is again where it was
        pipeline.startProducer("max", "--resume");
        return injected;
    }

    /** Consumers notice nothing of it: what has to be done again is on the producer's side. */
    @Override
    public Optional<String> emptiness(Rework rework) {
        if (rework.resumed() * 10 > rework.records() * 9) {
            return Optional.of("nearly everything had been sent before");
        }
        return rework.resumed() + rework.resent() > 0
                ? Optional.empty()
                : Optional.of("the resumed producer found nothing of its own");
    }
}
