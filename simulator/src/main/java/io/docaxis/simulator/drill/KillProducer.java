package io.docaxis.simulator.drill;

import java.util.Optional;

/** The producer dies without a word; what is started in its place finds out by itself how far it had come. */
final class KillProducer implements Fault {

    private static final int UNDER_WAY_PERCENT = 12;

    /** They are sent, for the producer may be far ahead of slow consumers; but not before these are well under way. */
    @Override
    public long come(Stage stage) throws InterruptedException {
        return stage.applied() * 100 < stage.events() * UNDER_WAY_PERCENT ? 0 : stage.records();
    }

    @Override
    public Blow strike(Stage stage) throws InterruptedException {
        stage.producer().kill();
        // recovered is what has read on beyond what the dead one sent
        Blow blow = new Blow("kill -9 of the producer", System.nanoTime(), stage.ends());
        // at its old pace it would first wait until the clock is again where it was
        stage.startProducer("max", "--resume");
        return blow;
    }

    /** Consumers notice nothing of it: what has to be done again is on the producer's side. */
    @Override
    public Optional<String> emptiness(Effects effects) {
        if (effects.resumed() * 10 > effects.records() * 9) {
            return Optional.of("nearly everything had been sent before");
        }
        return effects.resumed() + effects.resent() > 0
                ? Optional.empty()
                : Optional.of("the resumed producer found nothing of its own");
    }
}
