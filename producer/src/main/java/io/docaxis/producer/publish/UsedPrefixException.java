package io.docaxis.producer.publish;

/** The topics of the prefix hold records already, and neither {@code --fresh} nor {@code --resume} was said. */
public final class UsedPrefixException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsedPrefixException(String message) {
        super(message);
    }
}
