package io.docaxis.simulator.report;

import java.io.IOException;
import java.nio.file.Path;

/** The results could not be written as files: no such place, no right, or no room. */
public final class ResultsNotWrittenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ResultsNotWrittenException(Path directory, IOException cause) {
        super(
                "results: cannot write to '" + directory + "': " + FileTrouble.words(cause)
                        + "; make room or choose another directory with --results DIR",
                cause);
    }
}
