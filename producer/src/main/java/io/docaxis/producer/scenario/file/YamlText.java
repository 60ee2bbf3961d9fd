package io.docaxis.producer.scenario.file;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** YAML as a tree of nodes with their lines; no object is ever made from what a file names. */
final class YamlText {

    private static final int REASON_CHARACTERS = 200;

    private YamlText() {}

    /** The root, or null for an empty text. */
    static Node compose(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
    }

    /** The root; what is not YAML at all is noted and ends the reading at once, for nothing else can be told. */
    static Node compose(String text, Findings findings) {
        Node root = null;
        try {
            root = compose(text);
        } catch (YAMLException e) {
            findings.add(line(text, e), "", "broken YAML: " + reason(e), "YAML 1.1, indented by spaces");
            findings.throwIfAny();
        }
        if (root == null) {
            findings.add(0, "", "an empty file", "a scenario");
            findings.throwIfAny();
        }
        return root;
    }

    private static int line(String text, YAMLException e) {
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return marked.getProblemMark().getLine() + 1;
        }
        if (e instanceof ReaderException unreadable) {
            return 1
                    + (int) text.codePoints()
                            .limit(unreadable.getPosition())
                            .filter(c -> c == '\n')
                            .count();
        }
        return 0;
    }

    private static String reason(YAMLException e) {
        String reason = e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage();
        String line = reason.strip().replaceAll("\\s+", " ");
        return line.length() <= REASON_CHARACTERS ? line : line.substring(0, REASON_CHARACTERS) + "...";
    }
}
