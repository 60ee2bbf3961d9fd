package io.docaxis.producer.scenario.file;

import io.docaxis.producer.scenario.file.ValueKind.End;
import java.util.List;
import java.util.Map;

/**
 * One scenario after another, each a function of the seed and of those before it: every second one is asked to stand at ends of ranges
 * that none has reached. Not thread-safe.
 */
public final class ScenarioDraws {

    /** So many ends are asked of one scenario: more stand in each other's way. */
    private static final int ASKED = 6;

    private final long seed;
    private final KeyEnds ends = new KeyEnds();
    private int drawn;

    public ScenarioDraws(long seed) {
        this.seed = seed;
    }

    /**
     * A scenario, acceptable or not, as a function of its arguments alone: of numbers in a row, each is asked to stand at other ends
     * of ranges.
     */
    public static ScenarioDraft only(int number, int attempt) {
        List<KeyEnds.KeyEnd> all = KeyEnds.all();
        Map<String, End> wanted = KeyEnds.wanted(all, number + attempt, 1 + all.size() / ASKED);
        return ScenarioDrawing.draw(number * 1_000_003L + attempt, wanted);
    }

    /** The next scenario, acceptable or not. */
    public ScenarioDraft next() {
        List<KeyEnds.KeyEnd> missing = drawn % 2 == 0 ? ends.missing() : List.of();
        Map<String, End> wanted = KeyEnds.wanted(missing, drawn, 1 + missing.size() / ASKED);
        return ScenarioDrawing.draw(seed * 1_000_003 + drawn++, wanted);
    }

    /** Takes note that a scenario can be played. */
    public void accept(ScenarioDraft draft) {
        ends.reach(draft);
    }

    /** At how many ends of ranges accepted scenarios stand. */
    public String reach() {
        List<KeyEnds.KeyEnd> all = KeyEnds.all();
        return all.size() - ends.missing().size() + " of " + all.size() + " ends of "
                + all.stream().map(KeyEnds.KeyEnd::path).distinct().count() + " keys";
    }

    /** The ends of ranges at which no accepted scenario stands. */
    public List<String> missing() {
        return ends.missing().stream().map(KeyEnds.KeyEnd::toString).toList();
    }
}
