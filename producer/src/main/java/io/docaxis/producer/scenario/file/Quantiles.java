package io.docaxis.producer.scenario.file;

import io.docaxis.producer.scenario.Durations;
import java.util.List;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Durations by quantiles: {@code [5m, 1h, 2d]} are the least, the median and the most, with straight lines between. */
record Quantiles(Sequence<Integer> durations) implements Format<Durations> {

    private static final int MOST = 1_000;

    static Quantiles of(String min, String max) {
        return new Quantiles(new Sequence<>(Scalars.duration(min, max), MOST));
    }

    @Override
    public Durations read(Place place) {
        if (!(place.node() instanceof SequenceNode)) {
            place.refuse(allowed());
            return null;
        }
        List<Integer> seconds = durations.read(place);
        if (seconds == null) {
            return null;
        }
        if (seconds.size() < 2) {
            place.refuse(seconds.size() + " of them", allowed());
            return null;
        }
        for (int i = 1; i < seconds.size(); i++) {
            if (seconds.get(i) < seconds.get(i - 1)) {
                place.refuse("element " + (i + 1) + " below the one before", allowed());
                return null;
            }
        }
        return new Durations(seconds);
    }

    @Override
    public String allowed() {
        return "a list of two or more, at most " + MOST + ", rising, each "
                + durations.element().allowed();
    }
}
