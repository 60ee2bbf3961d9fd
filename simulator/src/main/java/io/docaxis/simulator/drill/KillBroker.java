package io.docaxis.simulator.drill;

/** The only broker dies in the middle of everything; a second process finds its data as the first left it. */
final class KillBroker implements Fault {

    @Override
    public Blow strike(Stage stage) throws InterruptedException {
        stage.broker().process().kill();
        long atNs = System.nanoTime();
        stage.broker().restart();
        return stage.blow("kill -9 of the broker", atNs);
    }

    /** A broker that is back within everybody's patience costs nobody more than waiting. */
    @Override
    public java.util.Optional<String> emptiness(Effects effects) {
        return java.util.Optional.empty();
    }
}
