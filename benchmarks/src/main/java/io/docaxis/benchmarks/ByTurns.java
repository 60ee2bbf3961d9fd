package io.docaxis.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Compares builds of docaxis: each plays the nation's events in turns of some milliseconds, in one JVM, and the result is the median of the
 * ratios of neighbouring turns. So a machine that is slower for a minute is slower for all of them, and differences of two percent show
 * where whole runs, one after the other, drift by ten. Measured is processor time of the thread alone: no compilation, no garbage collection.
 *
 * <p>Arguments: the {@code benchmarks.jar} of each build, in its own {@code target} folder; the first is what the others are compared with.
 */
public final class ByTurns {

    private static final int TURNS = 700;
    private static final int WARM_UP = 150;
    /** About what is read between two commits at full speed. */
    private static final int DRAIN_EVERY = 140;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Path> jars;
    private final List<ToLongFunction<String>> builds = new ArrayList<>();
    private final List<Times> emitted = new ArrayList<>();
    private final List<Times> applied = new ArrayList<>();
    private final List<Times> drained = new ArrayList<>();

    private ByTurns(List<Path> jars) {
        this.jars = jars;
        jars.forEach(jar -> {
            builds.add(load(jar));
            emitted.add(new Times());
            applied.add(new Times());
            drained.add(new Times());
        });
    }

    /** See the class. */
    public static void main(String[] arguments) {
        List<Path> jars = Arrays.stream(arguments).map(Path::of).toList();
        for (Path jar : jars) {
            require(Files.isRegularFile(jar), "no file '" + jar + "'; want the benchmarks.jar of a build");
        }
        require(jars.size() > 1, "got " + jars.size() + " builds to compare; want two or more");
        ByTurns session = new ByTurns(jars);
        session.play();
        session.print();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            System.err.println(otherwise);
            System.exit(1);
        }
    }

    private void play() {
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < builds.size(); i++) {
                // each comes first in turn
                int which = (i + turn) % builds.size();
                boolean counts = turn >= WARM_UP;
                step(which, "emit", counts ? emitted.get(which) : null);
                step(which, "apply", counts ? applied.get(which) : null);
                if (turn % DRAIN_EVERY == DRAIN_EVERY - 1) {
                    step(which, "drain", counts ? drained.get(which) : null);
                }
            }
        }
    }

    private void step(int which, String step, Times timesOrNull) {
        long from = THREADS.getCurrentThreadCpuTime();
        builds.get(which).applyAsLong(step);
        if (timesOrNull != null) {
            timesOrNull.add(THREADS.getCurrentThreadCpuTime() - from);
        }
    }

    private void print() {
        for (int which = 0; which < builds.size(); which++) {
            System.out.printf(
                    Locale.ROOT,
                    "%s%n  emit %.0f ns an event, apply %.0f; drain %.0f; concluded %016x%n",
                    jars.get(which),
                    emitted.get(which).median() / NationInSteps.EVENTS,
                    applied.get(which).median() / NationInSteps.EVENTS,
                    drained.get(which).median() / NationInSteps.EVENTS / DRAIN_EVERY,
                    builds.get(which).applyAsLong("concluded"));
            if (which > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "  to the first: emit %.3f, apply %.3f, drain %.3f%n",
                        emitted.get(which).medianTo(emitted.get(0)),
                        applied.get(which).medianTo(applied.get(0)),
                        drained.get(which).medianTo(drained.get(0)));
            }
        }
    }

    /** Every build has class loaders of its own, so they share nothing but the JDK. */
    @SuppressWarnings("unchecked") // it is the same class in every build
    private static ToLongFunction<String> load(Path jar) {
        try {
            URL[] urls = {jar.toUri().toURL()};
            ClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(loader);
            return (ToLongFunction<String>) loader.loadClass(NationInSteps.class.getName())
                    .getConstructor()
                    .newInstance();
        } catch (MalformedURLException | ReflectiveOperationException e) {
            throw new IllegalStateException("'" + jar + "' cannot be played", e);
        }
    }

    /** Nanoseconds of one step of one build, turn by turn. */
    private static final class Times {

        private final List<Double> each = new ArrayList<>();

        void add(long ns) {
            each.add((double) ns);
        }

        double median() {
            return median(each);
        }

        double medianTo(Times others) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < each.size(); i++) {
                ratios.add(each.get(i) / others.each.get(i));
            }
            return median(ratios);
        }

        private static double median(List<Double> values) {
            return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
        }
    }
}
