package io.docaxis.monitor.inquiry;

import io.docaxis.common.event.CaseKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A thread as somebody names it: by its number, or by the number of one of its documents. */
public final class ThreadName {

    /** Asker, year, thread and document; the last two alone will do. */
    private static final Pattern DOCUMENT_NUMBER =
            Pattern.compile("(?:[A-Z]\\d{2}(?:\\.\\d{2,9}){0,2}\\.\\d{4}\\.)?T(\\d{1,18})(?:-\\d{1,4})?");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private ThreadName() {}

    /**
     * The thread's number.
     *
     * @throws BadQuestionException if it names none
     */
    public static long parse(String written) {
        Matcher documentNumber = DOCUMENT_NUMBER.matcher(written);
        if (documentNumber.matches()) {
            return known(written, documentNumber.group(1));
        }
        if (NUMBER.matcher(written).matches()) {
            return known(written, written);
        }
        throw new BadQuestionException("thread '" + written
                + "': want its number, such as 4711, or the number of one of its documents, such as H53.2023.T4711-0");
    }

    private static long known(String written, String digits) {
        long thread = Long.parseLong(digits);
        if (!CaseKind.knows(thread)) {
            throw new BadQuestionException(
                    "thread '" + written + "': there is no thread " + digits + ": want 0 to " + ((1L << 34) - 1));
        }
        return thread;
    }
}
