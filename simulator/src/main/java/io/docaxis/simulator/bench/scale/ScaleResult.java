package io.docaxis.simulator.bench.scale;

import io.docaxis.simulator.report.Target;
import io.docaxis.simulator.report.Target.Unit;
import io.docaxis.simulator.report.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a session measured.
 *
 * @param scenario that was played in other sizes
 * @param volumes the same catalogue, more and more documents
 * @param catalogues the same documents, more and more agencies
 * @param leftOut what was asked for and not measured, and why
 */
public record ScaleResult(
        String scenario,
        List<ScaleRun> volumes,
        List<ScaleRun> catalogues,
        List<Restore> restores,
        List<String> leftOut) {

    private static final double GIBIBYTE = 1 << 30;
    /** Of what is promised, all is about these. */
    private static final double WHOLE = 1;

    private static final double TENFOLD = 10;
    private static final long OPEN = 1_000_000;

    public ScaleResult {
        volumes = List.copyOf(volumes);
        catalogues = List.copyOf(catalogues);
        restores = List.copyOf(restores);
        leftOut = List.copyOf(leftOut);
    }

    List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        for (ScaleRun run : Stream.concat(volumes.stream(), catalogues.stream()).toList()) {
            doubts.addAll(Trust.doubts(run.name(), run.usage()));
            doubts.addAll(Trust.doubts(run.name(), run.clients()));
        }
        restores.forEach(restore -> doubts.addAll(Trust.doubts("restore of " + restore.open(), restore.usage())));
        return doubts;
    }

    List<Target> targets() {
        Optional<ScaleRun> whole = volume(WHOLE);
        Optional<ScaleRun> tenfold = volume(TENFOLD);
        return List.of(
                Target.atMost(
                        scenario + ", process start to verdict",
                        90,
                        45,
                        figure(whole, ScaleRun::seconds),
                        Unit.SECONDS),
                Target.atMost(
                        "cost per event, 10× ÷ 1×",
                        1.15,
                        1,
                        whole.isPresent() && tenfold.isPresent()
                                ? OptionalDouble.of(tenfold.get().cpuMicrosPerEvent()
                                        / whole.get().cpuMicrosPerEvent())
                                : OptionalDouble.empty(),
                        Unit.RATIO),
                Target.atMost("memory of the whole process at 1×", 2, 1, memory(whole), Unit.GIBIBYTES),
                Target.atMost("memory of the whole process at 10×", 2, 1, memory(tenfold), Unit.GIBIBYTES),
                Target.atMost(
                        "restore of 1 million open dispatches",
                        10,
                        3,
                        restores.stream()
                                .filter(restore -> restore.open() >= OPEN)
                                .mapToDouble(Restore::seconds)
                                .findFirst(),
                        Unit.SECONDS));
    }

    private Optional<ScaleRun> volume(double factor) {
        return volumes.stream().filter(run -> run.factor() == factor).findFirst();
    }

    private static OptionalDouble figure(Optional<ScaleRun> run, java.util.function.ToDoubleFunction<ScaleRun> figure) {
        return run.stream().mapToDouble(figure).findFirst();
    }

    private static OptionalDouble memory(Optional<ScaleRun> run) {
        return run.filter(known -> known.peakBytes().isPresent()).stream()
                .mapToDouble(known -> known.peakBytes().getAsLong() / GIBIBYTE)
                .findFirst();
    }
}
