package io.docaxis.producer.scenario.file;

/** A scenario that can't be played, with everything that is wrong with it; the message has a line for each problem. */
public final class InvalidScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidScenarioException(String problems) {
        super(problems);
    }

    /**
     * One thing that is wrong.
     *
     * @param where file and line, or the file alone
     * @param key with all above it ({@code volume.documents}), or empty where no key is to blame
     * @param value what was got
     * @param allowed what would have been right
     */
    static String problem(String where, String key, String value, String allowed) {
        return where + (key.isEmpty() ? "" : " " + key) + ": got " + value + "; allowed: " + allowed;
    }
}
