package io.docaxis.producer.scenario.file;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A list of values of one format; nothing is an empty list.
 *
 * @param most how many there may be
 */
record Sequence<T>(Format<T> element, int most) implements Format<List<T>> {

    @Override
    public List<T> read(Place place) {
        if (place.isNothing()) {
            return List.of();
        }
        if (!(place.node() instanceof SequenceNode list)) {
            place.refuse(allowed());
            return null;
        }
        if (list.getValue().size() > most) {
            place.refuse(list.getValue().size() + " of them", allowed());
            return null;
        }
        List<T> values = new ArrayList<>();
        boolean sound = true;
        int number = 0;
        for (Node node : list.getValue()) {
            T value = element.read(place.element(++number, node));
            sound &= value != null;
            values.add(value);
        }
        return sound ? List.copyOf(values) : null;
    }

    @Override
    public String allowed() {
        return element instanceof Section
                ? "a list of maps, at most " + most
                : "a list, at most " + most + ", each " + element.allowed();
    }
}
