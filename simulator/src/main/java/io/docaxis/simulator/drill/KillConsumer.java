package io.docaxis.simulator.drill;

/** One of two consumers dies without a word and is started again; the other has to take its work over, and give it back. */
final class KillConsumer implements Fault {

    private static final int CONSUMERS = 2;

    @Override
    public void startConsumers(Stage stage) {
        for (int i = 0; i < CONSUMERS; i++) {
            stage.startConsumer();
        }
    }

    @Override
    public Blow strike(Stage stage) throws InterruptedException {
        ConsumerRun victim = stage.consumers().get(stage.draws().below(CONSUMERS));
        victim.kill();
        Blow blow = stage.blow("kill -9 of one of " + CONSUMERS + " consumers", System.nanoTime());
        stage.startConsumer(victim.directory());
        return blow;
    }
}
