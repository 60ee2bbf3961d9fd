package io.docaxis.simulator.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What is wrong with a file or directory, in words: Java's own message is mostly the name alone. */
public final class FileTrouble {

    private FileTrouble() {}

    public static String words(IOException trouble) {
        if (!(trouble instanceof FileSystemException system)) {
            return String.valueOf(trouble.getMessage());
        }
        String file = "'" + system.getFile() + "'";
        if (system instanceof AccessDeniedException) {
            return "no right to use " + file;
        }
        if (system instanceof NoSuchFileException) {
            return "there is no " + file;
        }
        if (system instanceof FileAlreadyExistsException) {
            return file + " is there already, and not a directory";
        }
        if (system instanceof NotDirectoryException) {
            return file + " is not a directory";
        }
        if (system instanceof DirectoryNotEmptyException) {
            return file + " is a directory, and not empty";
        }
        return system.getReason() == null ? file : file + ": " + system.getReason();
    }
}
