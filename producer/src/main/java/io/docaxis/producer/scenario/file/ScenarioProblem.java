package io.docaxis.producer.scenario.file;

/**
 * One thing that is wrong with a scenario.
 *
 * @param where file and line, or the file alone
 * @param key the key with all above it ({@code volume.documents}), or empty where no key is to blame
 * @param value what was got
 * @param allowed what would have been right
 */
public record ScenarioProblem(String where, String key, String value, String allowed) {

    @Override
    public String toString() {
        return where + (key.isEmpty() ? "" : " " + key) + ": got " + value + "; allowed: " + allowed;
    }
}
