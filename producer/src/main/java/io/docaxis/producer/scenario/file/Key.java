package io.docaxis.producer.scenario.file;

/**
 * A key of a scenario file.
 *
 * @param fallbackText the default as a file would write it, in words where another key decides it, or null where there is none
 *     and the key is required
 * @param fallback the default, or null
 * @param meaning for the reference; where the default comes from goes along: [S] a source in {@code docs/scenarios.md}, [A] an
 *     assumption
 */
record Key<T>(String name, Format<T> format, String fallbackText, T fallback, String meaning) {

    /** A key that has a default, written as in a file. */
    static <T> Key<T> of(String name, Format<T> format, String fallback, String meaning) {
        Findings findings = new Findings("default of " + name);
        T value = format.read(Place.root(findings, YamlText.compose(fallback)));
        findings.throwIfAny();
        return new Key<>(name, format, fallback, value, meaning);
    }

    boolean isRequired() {
        return fallbackText == null;
    }
}
