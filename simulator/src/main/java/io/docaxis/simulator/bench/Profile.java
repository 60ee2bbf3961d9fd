package io.docaxis.simulator.bench;

import io.docaxis.common.event.EventReader;
import io.docaxis.common.tally.Sketch;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * How much of what a consumer did is there for the verdict alone, from samples that the JVM took of it while it ran.
 *
 * <p>A sample counts if any frame of its stack is one of {@link #VERIFICATION}: the hashes, the sketch and the rollup that is
 * kept for the proof; not the other rollups, which are what operators look at, though verdicts compare them as well. Samples of the
 * JVM's own work and of system calls count on neither side.
 */
final class Profile {

    /** Methods by class; an empty set: all of them. */
    static final Map<String, Set<String>> VERIFICATION = Map.of(
            Tally.class.getName(),
            Set.of("prove"),
            Sketch.class.getName(),
            Set.of(),
            TallyCodec.class.getName(),
            Set.of("sketch", "sketchKey"),
            EventReader.class.getName(),
            Set.of("contentHash"),
            "io.docaxis.consumer.state.SourceState",
            Set.of("received"));

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final String MODULE = "jdk.jfr";
    /** Fewer say nothing. */
    private static final int LEAST_SAMPLES = 100;

    private Profile() {}

    /** Whether this Java can take samples. */
    static boolean isPossible() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    /** Options of a JVM that is to write its samples to a file when it ends. */
    static List<String> jvmOptions(Path file) {
        return List.of(
                // without these, samples are only taken at some places of a method
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+DebugNonSafepoints",
                "-XX:StartFlightRecording=settings=profile,filename=" + file,
                "-Xlog:jfr+startup=off");
    }

    /** The share of samples that belong to verification; empty where there are too few. */
    static OptionalDouble verificationShare(Path file) throws IOException {
        long all = 0;
        long verification = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
                    all++;
                    verification += isVerification(event.getStackTrace().getFrames()) ? 1 : 0;
                }
            }
        }
        return all < LEAST_SAMPLES ? OptionalDouble.empty() : OptionalDouble.of((double) verification / all);
    }

    private static boolean isVerification(List<RecordedFrame> frames) {
        return frames.stream().map(RecordedFrame::getMethod).anyMatch(Profile::isVerification);
    }

    private static boolean isVerification(RecordedMethod method) {
        Set<String> methods = VERIFICATION.get(method.getType().getName());
        return methods != null && (methods.isEmpty() || methods.contains(method.getName()));
    }
}
