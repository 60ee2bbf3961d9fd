package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same world has the same cells in versions 1 and 2 of the contract, but for their keys. The cells of version 1 were written down
 * by a program of version 1; the two layouts of keys are typed here.
 */
class OlderCellsTest {

    private static final long LOW_48 = (1L << 48) - 1;

    @ParameterizedTest
    @CsvSource({"national-2023,60", "broken-channel,120", "silent-province,30"})
    void cellsDifferInTheirKeysAlone(String name, long documents) throws IOException {
        Scenario scenario = Scenarios.read(name).scaled(documents);
        World world = new World(scenario, scenario.seed());
        SortedMap<Long, String> older = older(name + " " + documents);

        PurePipeline.Outcome now = PurePipeline.run(world, new RunIdentity(scenario, world.seed(), 2).runStarted(), 3);

        assertThat(cells(now.expected(), OlderCellsTest::isOlder)).as("ledger").isEqualTo(older);
        older.keySet().removeIf(key -> !CellKey.isCompared(key));
        assertThat(cells(now.concluded(), key -> isOlder(key) && CellKey.isCompared(key)))
                .as("tally")
                .isEqualTo(older);
    }

    /** By the key that a cell of version 1 has in version 2, the rest of it. */
    private static SortedMap<Long, String> older(String world) throws IOException {
        SortedMap<Long, String> cells = new TreeMap<>();
        boolean its = false;
        for (String line : lines()) {
            if (line.startsWith("world ")) {
                its = line.equals("world " + world);
            } else if (its) {
                String[] keyAndRest = line.split(" ", 2);
                cells.put(mapped(Long.parseUnsignedLong(keyAndRest[0], 16)), keyAndRest[1]);
            }
        }
        assertThat(cells).as("cells of version 1").isNotEmpty();
        return cells;
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = OlderCellsTest.class.getResourceAsStream("/cells-of-version-1.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** y (0–23) and x (24–47) stay; outcome 48–50, obligation 51–52, rollup 53–56 become 48–51, 52–56 and 59–62. */
    private static long mapped(long key) {
        long outcome = key >>> 48 & 7;
        long obligation = key >>> 51 & 3;
        long rollup = key >>> 53;
        return key & LOW_48 | outcome << 48 | obligation << 52 | rollup << 59;
    }

    private static SortedMap<Long, String> cells(Tally tally, LongPredicate wanted) {
        SortedMap<Long, String> cells = new TreeMap<>();
        for (Cell cell : tally.sorted()) {
            if (wanted.test(cell.key())) {
                cells.put(
                        cell.key(),
                        "%016x %d %d%s"
                                .formatted(
                                        cell.fingerprint(),
                                        cell.count(),
                                        cell.latenessS(),
                                        cell.histogram().stream()
                                                .map(late -> " " + late)
                                                .collect(Collectors.joining())));
            }
        }
        return cells;
    }

    /** Whether version 1 had such a rollup. */
    private static boolean isOlder(long key) {
        return CellKey.rollup(key).ordinal() <= Rollup.COUNTERS.ordinal();
    }
}
