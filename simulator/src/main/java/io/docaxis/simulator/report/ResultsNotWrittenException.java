package io.docaxis.simulator.report;

import java.io.IOException;
import java.nio.file.Path;

/** The results could not be written as files: no such place, no right, or no room. */
public final class ResultsNotWrittenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ResultsNotWrittenException(Path directory, IOException cause) {
        this("results", directory, "directory with --results DIR", cause);
    }

    /** @param option with which another file is chosen, such as {@code --report FILE} */
    ResultsNotWrittenException(Path file, String option, IOException cause) {
        this("report", file, "file with " + option, cause);
    }

    private ResultsNotWrittenException(String what, Path place, String other, IOException cause) {
        super(
                what + ": cannot write to '" + place + "': " + FileTrouble.words(cause)
                        + "; make room or choose another " + other,
                cause);
    }
}
