package io.docaxis.simulator.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Locale;
import org.slf4j.Marker;

/**
 * Ends a process that has run out of memory, with a sentence and a code. It may happen on any thread; most belong to Kafka and Spring,
 * which log it and go on without what it took from them. So whatever is logged is looked at, too.
 */
public final class OutOfMemory extends TurboFilter {

    /** Causes may go in circles. */
    private static final int DEEPEST = 32;

    private static final long MEBIBYTE = 1 << 20;

    /** Also that of threads whose failure nobody catches. */
    public static void watchThreads() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            endIfCauseOf(failure);
            if (before != null) {
                before.uncaughtException(thread, failure);
            } else {
                System.err.print("Exception in thread \"" + thread.getName() + "\" ");
                failure.printStackTrace();
            }
        });
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable failure) {
        if (failure != null) {
            endIfCauseOf(failure);
        } else if (parameters != null
                && parameters.length > 0
                && parameters[parameters.length - 1] instanceof Throwable last) {
            endIfCauseOf(last);
        }
        return FilterReply.NEUTRAL;
    }

    private static void endIfCauseOf(Throwable failure) {
        OutOfMemoryError cause = causeOf(failure);
        if (cause != null) {
            try {
                System.err.println(words(cause));
            } finally {
                // nothing in this process can be relied on any more
                Runtime.getRuntime().halt(ExitCode.ENVIRONMENT);
            }
        }
    }

    /** The lack of memory behind a failure, or null. */
    static OutOfMemoryError causeOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OutOfMemoryError lack) {
                return lack;
            }
            cause = cause.getCause();
        }
        return null;
    }

    static String words(OutOfMemoryError lack) {
        String what = String.valueOf(lack.getMessage());
        return what.contains("thread")
                ? "out of memory: no further thread can be started ('ulimit -u', 'ulimit -v')"
                : String.format(
                        Locale.ROOT,
                        "out of memory (%s): Java may use %d MiB; give it more, as DOCAXIS_JAVA_OPTS=-Xmx2g does",
                        what,
                        Runtime.getRuntime().maxMemory() / MEBIBYTE);
    }
}
