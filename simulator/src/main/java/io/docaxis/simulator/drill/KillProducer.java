package io.docaxis.simulator.drill;

import java.util.Optional;

/** The producer dies without a word; what is started in its place finds out by itself how far it had come. */
final class KillProducer implements Fault {

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
        return effects.resumed() + effects.resent() > 0
                ? Optional.empty()
                : Optional.of("the resumed producer found nothing of its own");
    }
}
