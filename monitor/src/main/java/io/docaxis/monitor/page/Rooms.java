package io.docaxis.monitor.page;

import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.watch.Watch;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A room for each prefix of a watched cluster, looked at once a second. Thread-safe. */
public final class Rooms implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

    private static final long EVERY_MS = 1_000;
    private static final long LAST_MS = 5_000;
    private static final long LAST_LOOK_MS = 250;
    /** A cluster that says nothing for so long, or for so many rounds if they are farther apart, is shown as silent. */
    private static final Duration SILENT = Duration.ofSeconds(3);

    private static final int SILENT_ROUNDS = 2;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Watch watch;
    private final RunsHere here;
    private final Duration silent;
    private final Clock clock;
    private final RoomsByPrefix rooms;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "docaxis-page");
        thread.setDaemon(true);
        return thread;
    });

    /** @param every from one round of the watch to the next */
    Rooms(Watch watch, RunsHere here, Duration every, Clock clock) {
        this.watch = watch;
        this.here = here;
        this.clock = clock;
        Duration rounds = every.multipliedBy(SILENT_ROUNDS);
        silent = rounds.compareTo(SILENT) > 0 ? rounds : SILENT;
        rooms = new RoomsByPrefix(Long.toString(clock.wallTime(), Character.MAX_RADIX), this::moment);
    }

    Rooms start() {
        looks.scheduleAtFixedRate(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        return this;
    }

    /**
     * Waits until what is shown is how all ended, and everybody who keeps up has seen it, for some seconds at most: then the process may end. Where
     * nobody looks there is nothing to wait for.
     *
     * @param isKept whether somebody wants to keep it, so that it is waited for in any case
     */
    public void showLast(boolean isKept) {
        if (viewers() == 0 && !isKept) {
            return;
        }
        try {
            look();
            for (long leftMs = LAST_MS; leftMs > 0 && !rooms.first().isLast(); leftMs -= LAST_LOOK_MS) {
                TimeUnit.MILLISECONDS.sleep(LAST_LOOK_MS);
                look();
            }
            TimeUnit.MILLISECONDS.sleep(LAST_LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            rooms.look(prefixes());
        } catch (RuntimeException e) {
            // the next look may succeed, and the page says how old it is
            LOG.warn("the page was not brought up to date: {}", e.toString());
        }
    }

    private Moment moment(Optional<String> prefix) {
        ClusterContact.Status contact = watch.contact();
        Optional<Figures> figures = prefix.flatMap(watch::figures);
        boolean isSilent = contact.silence().compareTo(silent) >= 0;
        return new Moment(
                clock.wallTime(),
                watch.cluster(),
                isSilent ? OptionalDouble.of(contact.silence().toMillis() / 1000.0) : OptionalDouble.empty(),
                isSilent ? contact.instead() : Optional.empty(),
                prefix,
                prefixes(),
                figures,
                figures.map(FiguresView::of).orElseGet(() -> FiguresView.unknown(nothing())),
                watch.groups(),
                here.get());
    }

    /** Why nothing is known of any prefix. */
    private String nothing() {
        return watch.groups().isPresent()
                ? "there are no topics of docaxis"
                : "the cluster was not asked for its topics, or has not answered yet";
    }

    /** Those of the cluster. */
    List<String> prefixes() {
        return List.copyOf(watch.prefixes());
    }

    /** The room of a prefix, or of whoever names none; empty: there is no such prefix. */
    Optional<Room> room(Optional<String> prefix) {
        if (prefix.isPresent() && !prefixes().contains(prefix.get())) {
            return Optional.empty();
        }
        Optional<Room> known = rooms.of(prefix);
        if (known.isEmpty()) {
            // it was found since the last look
            look();
        }
        return known.or(() -> rooms.of(prefix));
    }

    int viewers() {
        return rooms.viewers();
    }

    /** What the first room is told, as a whole. */
    Optional<ObjectNode> section(String name) {
        return name.equals("history")
                ? Optional.of(rooms.first().history())
                : rooms.first()
                        .section(name)
                        .map(JSON::readTree)
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast);
    }

    @Override
    public void close() {
        looks.shutdownNow();
        rooms.close();
    }
}
