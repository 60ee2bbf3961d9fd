package io.docaxis.simulator.drill;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One life of a consuming process, and what its metrics said when it was last asked. */
final class ConsumerProcess {

    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/actuator/prometheus");
    private static final Pattern RECORDS_READ = metric("docaxis_records_read_total");
    private static final Pattern ENTRIES_RESTORED = metric("docaxis_entries_restored_total");
    private static final Pattern ENGINE_UP = metric("docaxis_engine_up");
    /** Milliseconds: often, so that progress is seen where it is. */
    private static final String COMMIT_EVERY = "500";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final ProgramProcess process;
    private final Path directory;
    private boolean ended;
    private boolean engineUp;
    private long recordsRead;
    private long entriesRestored;

    private ConsumerProcess(ProgramProcess process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    /** @param home where it keeps its temporary files, the engine's local state and those of a life before among them */
    static ConsumerProcess start(Stage stage, Topics topics, Path home, FastClients fastClients, String... options) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] command = Stream.concat(
                        Stream.of("consume", "--commit-every", COMMIT_EVERY, "--fast-clients", fastClients.label()),
                        Stream.of(options))
                .toArray(String[]::new);
        return new ConsumerProcess(stage.startOn(topics, List.of("-Djava.io.tmpdir=" + home), command), home);
    }

    ProgramProcess process() {
        return process;
    }

    Path directory() {
        return directory;
    }

    /** Asks for its metrics; says whether it answered that its engine is at work. */
    boolean look() throws InterruptedException {
        Matcher address = ADDRESS.matcher(process.err());
        if (!address.find()) {
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.group()))
                .timeout(PATIENCE)
                .build();
        try {
            String metrics = CLIENT.send(request, BodyHandlers.ofString()).body();
            recordsRead = Math.max(recordsRead, value(RECORDS_READ, metrics));
            entriesRestored = Math.max(entriesRestored, value(ENTRIES_RESTORED, metrics));
            engineUp = value(ENGINE_UP, metrics) == 1;
            return engineUp;
        } catch (IOException e) {
            return false;
        }
    }

    /** Records it had applied when it was last asked. */
    long recordsRead() {
        return recordsRead;
    }

    /** Entries of state it had restored when it was last asked. */
    long entriesRestored() {
        return entriesRestored;
    }

    /** Kills it, asking first. */
    void kill() throws InterruptedException {
        look();
        ended = true;
        process.kill();
    }

    /** Lets it leave in good order, asking first; it may apply some more records meanwhile. */
    void leave() throws InterruptedException {
        look();
        ended = true;
        process.signal("TERM");
        process.exitCode();
    }

    /** Whether it is meant to be at work. */
    boolean isNeeded() {
        return !ended;
    }

    private static Pattern metric(String name) {
        return Pattern.compile("(?m)^" + name + " (\\S+)$");
    }

    private static long value(Pattern metric, String metrics) {
        Matcher matcher = metric.matcher(metrics);
        return matcher.find() ? (long) Double.parseDouble(matcher.group(1)) : 0;
    }
}
