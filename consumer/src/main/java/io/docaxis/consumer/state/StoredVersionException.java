package io.docaxis.consumer.state;

/** What is stored was written by another version of this program, and is refused, not guessed at. */
public final class StoredVersionException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    StoredVersionException(String name, long got, int wanted) {
        super("stored " + name + " of version " + got + "; want " + wanted);
    }
}
