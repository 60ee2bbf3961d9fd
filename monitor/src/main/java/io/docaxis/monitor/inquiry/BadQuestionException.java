package io.docaxis.monitor.inquiry;

/** A question about what there is not, or cannot be. The message says what was got and what is allowed. */
public final class BadQuestionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadQuestionException(String message) {
        super(message);
    }
}
