package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.TallyReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is open stands under the hour in which it is due, and nothing is kept of an hour in which nothing is. */
class DueTest {

    private static final long RUN = 7;

    private final TallyReader readers = new TallyReader();

    @Test
    void openDutiesStandUnderTheHourOfTheirDeadline() {
        Scene scene = new Scene().question();
        assertThat(due(scene.partition.tally()))
                .containsExactly("acknowledge 2023-03-07T10:00:00Z 1", "respond 2023-03-15T10:00:00Z 1");
        scene.status(0, "H53", 3, "2023-03-07T10:00");
        assertThat(due(scene.partition.tally())).containsExactly("respond 2023-03-15T10:00:00Z 1");
        scene.tick("2023-03-15T17:00:01");
        assertThat(due(scene.partition.tally())).isEmpty();
    }

    @Test
    void anHourInWhichNothingIsDueAnyMoreIsDeletedOnceThatIsPublished() {
        Scene scene = new Scene().question();
        RestoreTest.Store store = new RestoreTest.Store();
        publish(scene.partition);
        store.drain(scene.partition);
        assertThat(due(readers.sum(RUN))).hasSize(2);
        List<Long> keys = cells(scene.partition.tally()).map(Cell::key).toList();

        scene.status(0, "H53", 3, "2023-03-07T10:00");
        store.drain(scene.partition);
        assertThat(keys).as("empty, and not published as such").allMatch(key -> knows(scene, key));
        store.restoreInto(scene.partition.state);
        publish(scene.partition);
        assertThat(due(readers.sum(RUN))).containsExactly("respond 2023-03-15T10:00:00Z 1");

        store.drain(scene.partition);
        assertThat(keys).filteredOn(key -> knows(scene, key)).hasSize(1);
        store.restoreInto(scene.partition.state);
        assertThat(keys).filteredOn(key -> knows(scene, key)).hasSize(1);
        assertThat(store.deletes).as("they are stored together").isZero();

        scene.tick("2023-03-15T17:00:01");
        publish(scene.partition);
        store.drain(scene.partition);
        assertThat(keys).noneMatch(key -> knows(scene, key));
        assertThat(store.deletes).isEqualTo(1);
    }

    /** By whatever commits, publications and restarts. */
    @Test
    void readersEndWithWhatIsOpen() {
        long deletes = 0;
        for (int seed = 0; seed < 100; seed++) {
            TallyReader reader = new TallyReader();
            RestoreTest.Store store = new RestoreTest.Store();
            Partition partition = new Partition();
            Random random = new Random(seed);
            List<byte[]> log = RandomStream.records(
                    RandomStream.disturbed(RandomStream.world(seed, 60, 12), seed, 4 * RandomStream.DAY_S, 10),
                    RestoreTest.FORGETFUL);
            for (byte[] value : log) {
                partition.apply(value);
                if (random.nextInt(20) == 0) {
                    partition.exchange.conclude();
                    if (random.nextBoolean()) {
                        publish(partition, reader);
                    }
                    store.drain(partition);
                    if (random.nextInt(5) == 0) {
                        store.restoreInto(partition.state);
                    }
                }
            }
            partition.exchange.conclude();
            publish(partition, reader);
            assertThat(due(reader.sum(RUN))).as("seed " + seed).isEqualTo(due(partition.tally()));
            assertThat(Partition.world(reader.sum(RUN)).stream().filter(line -> !line.startsWith("sketch")))
                    .as("seed " + seed)
                    .isEqualTo(Partition.world(partition.tally()).stream()
                            .filter(line -> !line.startsWith("sketch"))
                            .toList());
            deletes += store.deletes;
        }
        assertThat(deletes).isPositive();
    }

    @Test
    void lateDutiesSayWhenTheyOpenedAndWhatBecameOfThoseWithdrawn() {
        Scene scene = new Scene().plain().tick("2023-03-07T18:00").commit();
        scene.deliveredAt("2023-03-07T18:00")
                .status(0, "H53", 3, "2023-03-07T10:00")
                .commit();
        assertThat(scene.partition.announced)
                .extracting(Lateness::getKind, Lateness::getOpenedAt, Lateness::getOutcome)
                .containsExactly(
                        tuple(Lateness.Kind.OVERDUE, Source.at("2023-03-07T09:00"), ""),
                        tuple(Lateness.Kind.WITHDRAWN, Source.at("2023-03-07T09:00"), "on_time"));
    }

    private void publish(Partition partition) {
        partition.exchange.conclude();
        publish(partition, readers);
    }

    private static void publish(Partition partition, TallyReader reader) {
        partition
                .state
                .tally()
                .takeChanged(
                        Tally.PUBLISHED,
                        cell -> reader.read(TallyCodec.cellKey(RUN, 0, cell.key()), TallyCodec.cell(cell)));
    }

    private static boolean knows(Scene scene, long key) {
        return scene.partition.state.tally().get(key) != null;
    }

    private static Stream<Cell> cells(Tally tally) {
        return tally.sorted().stream().filter(cell -> CellKey.rollup(cell.key()) == Rollup.DUE);
    }

    private static List<String> due(Tally tally) {
        return cells(tally).map(DueTest::words).toList();
    }

    private static String words(Cell cell) {
        return CellKey.obligation(cell.key()).name().toLowerCase(Locale.ROOT) + " "
                + Instant.ofEpochSecond(3_600L * CellKey.y(cell.key())) + " " + cell.count();
    }
}
