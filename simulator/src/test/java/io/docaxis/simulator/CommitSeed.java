package io.docaxis.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The seed of what is drawn at random in tests: as told, or made of the commit's id, so that each commit tries others and can be tried again. */
public final class CommitSeed {

    private static final int DIGITS = 7;
    private static final long WITHOUT_COMMIT = 1;

    private CommitSeed() {}

    public static long get() {
        Long told = Long.getLong("docaxis.worlds.seed");
        return told != null ? told : ofCommit();
    }

    private static long ofCommit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "HEAD").start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return commit.length() < DIGITS ? WITHOUT_COMMIT : Long.parseLong(commit.substring(0, DIGITS), 16);
        } catch (IOException e) {
            // no git here
            return WITHOUT_COMMIT;
        }
    }
}
