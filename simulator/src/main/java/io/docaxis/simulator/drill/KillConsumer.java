package io.docaxis.simulator.drill;

/** One of two consumers dies without a word and is started again; the other has to take its work over, and give it back. */
final class KillConsumer implements Fault {

    private static final int CONSUMERS = 2;

    @Override
    public void startConsumers(Pipeline pipeline) {
        for (int i = 0; i < CONSUMERS; i++) {
            pipeline.startConsumer();
        }
    }

    @Override
    public InjectedFault strike(Pipeline pipeline) throws InterruptedException {
        ConsumerProcess victim = pipeline.consumers().get(pipeline.draws().below(CONSUMERS));
        victim.kill();
        InjectedFault injected = pipeline.injected("kill -9 of one of " + CONSUMERS + " consumers", System.nanoTime());
        pipeline.startConsumer(victim.directory());
        return injected;
    }
}
