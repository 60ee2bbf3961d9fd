package io.docaxis.simulator.drill;

import io.docaxis.simulator.process.FileTree;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The only consumer dies, and the disk with its local state; what is started in its place has nothing but its name. */
final class LoseState implements Fault {

    private static final String[] NAME = {"--instance-id", "drilled"};

    @Override
    public void startConsumers(Pipeline pipeline) {
        pipeline.startConsumer(NAME);
    }

    @Override
    public InjectedFault strike(Pipeline pipeline) throws InterruptedException {
        ConsumerProcess victim = pipeline.consumers().get(0);
        victim.kill();
        InjectedFault injected =
                pipeline.injected("kill -9, and " + delete(victim.directory()) + " files deleted", System.nanoTime());
        pipeline.startConsumer(victim.directory(), NAME);
        return injected;
    }

    /** Deletes what is there; says how many files that were. */
    private static long delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            long count = files.map(Path::toFile).filter(File::isFile).count();
            FileTree.remove(directory);
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
