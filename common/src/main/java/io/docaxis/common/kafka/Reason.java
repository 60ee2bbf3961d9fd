package io.docaxis.common.kafka;

import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

/**
 * Why something failed, in the words of whoever knows. Kafka says on top what it tried to make, and two or three causes deeper what stood
 * in the way; a user wants what says something, once, without class names and without secrets.
 */
public final class Reason {

    private static final Pattern CLASS_NAME =
            Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z][\\w$]*(?:Exception|Error)(?:: ?|$)");
    /** What was to be made is our affair. */
    private static final Pattern WRAPPER = Pattern.compile("(?i)failed to (construct|create) .*|internal exception.*|");
    /** A question with its bookkeeping. */
    private static final Pattern CALL = Pattern.compile("Call\\(callName=(\\w+),.*");
    /** How a wrong password looks from inside. */
    private static final Set<String> INSIDES = Set.of(
            "BadPaddingException", "UnrecoverableKeyException", "AEADBadTagException", "IllegalBlockSizeException");

    /** Ends of lines, and what others may have put into a name to command a terminal. */
    private static final Pattern SHAPELESS = Pattern.compile("\\s*[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+\\s*");

    private Reason() {}

    /** In one line. */
    public static String of(Throwable failure) {
        List<String> said = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !isInside(cause); cause = cause.getCause()) {
            add(words(cause), said);
        }
        String all = said.isEmpty() ? name(failure) : String.join(": ", said);
        return Secrets.hide(SHAPELESS.matcher(all).replaceAll(" "));
    }

    private static boolean isInside(Throwable cause) {
        return INSIDES.contains(cause.getClass().getSimpleName());
    }

    private static void add(String words, List<String> said) {
        if (WRAPPER.matcher(words).matches() || said.stream().anyMatch(before -> before.contains(words))) {
            return;
        }
        said.removeIf(words::contains);
        said.add(words);
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        if (message == null || cause instanceof ExecutionException || cause instanceof CompletionException) {
            return cause.getCause() == null ? name(cause) : "";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no file '" + message + "'";
        }
        if (cause instanceof AccessDeniedException) {
            return "file '" + message + "' may not be read";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "'" + message + "' is there already, and not a directory";
        }
        if (cause instanceof NotDirectoryException) {
            return "'" + message + "' is not a directory";
        }
        if (cause instanceof DirectoryNotEmptyException) {
            return "directory '" + message + "' is not empty";
        }
        if (cause instanceof UnknownHostException) {
            return "host '" + message.replaceFirst(":.*", "") + "' does not resolve";
        }
        String call = CALL.matcher(message).replaceFirst("no answer to $1");
        return CLASS_NAME.matcher(call).replaceAll("").strip();
    }

    /** The name of an exception as words. */
    private static String name(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass()
                .getSimpleName()
                .replaceFirst("(Exception|Error)$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
