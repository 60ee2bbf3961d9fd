package io.docaxis.common.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedTableTest {

    private static final int STEPS = 20_000;

    /** Few keys collide all the time, many make the table grow. */
    @ParameterizedTest
    @ValueSource(ints = {7, 60, 1_000, 1_000_000})
    void holdsWhatAMapHoldsWhateverComesAndGoes(int keys) {
        Random random = new Random(keys);
        KeyedTable<Entry> table = new KeyedTable<>();
        Map<Long, Entry> map = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            long key = random.nextInt(keys) - keys / 2L << 20;
            if (random.nextInt(5) < 3) {
                Entry entry = new Entry(key);
                table.put(entry);
                map.put(key, entry);
            } else {
                table.remove(key);
                map.remove(key);
            }
            long asked = random.nextInt(keys) - keys / 2L << 20;
            assertThat(table.get(asked)).isSameAs(map.get(asked));
            assertThat(table.size()).isEqualTo(map.size());
        }
        Map<Long, Entry> found = new HashMap<>();
        table.forEach(entry -> found.put(entry.key, entry));
        assertThat(found).isEqualTo(map);
        table.clear();
        assertThat(table.size()).isZero();
        map.keySet().forEach(key -> assertThat(table.get(key)).isNull());
    }

    private static final class Entry extends Keyed {
        Entry(long key) {
            super(key);
        }
    }
}
