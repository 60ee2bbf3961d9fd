package io.docaxis.benchmarks;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.StatusReported;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writing and reading one event, checksum and all. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {

    private final EventWriter writer = new EventWriter();
    private final EventReader reader = new EventReader();
    private final Envelope envelope = new Envelope();
    private final DocumentSent document = new DocumentSent();
    private final StatusReported status = new StatusReported();
    private List<byte[]> log;
    private int next;

    @Setup
    public void fill() {
        log = Nation.log(Nation.world());
        envelope.run = 1;
        envelope.emittedAt = 1_678_154_400;
        envelope.intendedAtMs = 1_700_000_000_000L;
        document.thread = 123_456;
        document.sender = 30;
        document.signedAt = envelope.emittedAt - 600;
        document.sentAt = envelope.emittedAt;
        for (int receiver = 1; receiver <= 4; receiver++) {
            document.addReceiver(receiver);
        }
        status.thread = 123_456;
        status.ordinal = 3;
        status.receiver = 2;
        status.reporter = 2;
        status.status = 3;
        status.occurredAt = envelope.emittedAt;
    }

    @Benchmark
    public byte[] writeDocumentToFour() {
        envelope.sequence++;
        return writer.write(envelope, document);
    }

    @Benchmark
    public byte[] writeStatus() {
        envelope.sequence++;
        return writer.write(envelope, status);
    }

    /** Documents and statuses as they come. */
    @Benchmark
    public EventKind read() {
        next = next + 1 < log.size() ? next + 1 : 1;
        return reader.read(log.get(next));
    }

    /** What the end marker's fingerprint costs on top. */
    @Benchmark
    public long readAndHash() {
        read();
        return reader.contentHash();
    }
}
