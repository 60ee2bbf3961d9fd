package io.docaxis.producer.scenario.file;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a scenario file and the way to it, so that whatever is wrong can be named.
 *
 * @param node the value, or null where the file says nothing
 * @param line of the key, from 1
 * @param key with all keys above it
 */
record Place(Findings findings, Node node, int line, String key) {

    private static final int SHOWN_CHARACTERS = 60;
    /** Of the longest keys in a message. */
    private static final int KEY_CHARACTERS = 200;

    static Place root(Findings findings, Node node) {
        return new Place(findings, node, 1, "");
    }

    /** The value of one key of a map. */
    Place entry(NodeTuple entry) {
        return new Place(findings, entry.getValueNode(), lineOf(entry.getKeyNode()), below(name(entry.getKeyNode())));
    }

    /** One element of a list, counted from 1. */
    Place element(int number, Node element) {
        return new Place(findings, element, lineOf(element), key + "[" + number + "]");
    }

    /** A key that the file does not have. */
    Place missing(String name) {
        return new Place(findings, null, line, below(name));
    }

    boolean isNothing() {
        return node == null || node.getTag().equals(Tag.NULL);
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    void refuse(String allowed) {
        refuse(shown(), allowed);
    }

    void refuse(String value, String allowed) {
        findings.add(line, key, value, allowed);
    }

    /** A key as it is written. */
    static String name(Node key) {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private String below(String name) {
        String itself = shortened(name, KEY_CHARACTERS);
        return key.isEmpty() ? itself : key + "." + itself;
    }

    private String shown() {
        if (isNothing()) {
            return "nothing";
        }
        if (node instanceof MappingNode) {
            return "a map";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return shortened(name(node), SHOWN_CHARACTERS);
    }

    private static String shortened(String text, int characters) {
        // four times as many: white space may stand between
        String begin = text.substring(0, Math.min(text.length(), 4 * characters));
        String line = begin.strip().replaceAll("\\s+", " ");
        boolean whole = begin.length() == text.length() && line.length() <= characters;
        return whole ? line : line.substring(0, Math.min(line.length(), characters)) + "...";
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
