package io.docaxis.simulator.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What is wrong with a file or directory, in words: what Java says is mostly the name alone. */
public final class FileTrouble {

    private FileTrouble() {}

    public static String words(IOException trouble) {
        if (!(trouble instanceof FileSystemException of)) {
            return String.valueOf(trouble.getMessage());
        }
        String file = "'" + of.getFile() + "'";
        if (of instanceof AccessDeniedException) {
            return "no right to use " + file;
        }
        if (of instanceof NoSuchFileException) {
            return "there is no " + file;
        }
        if (of instanceof FileAlreadyExistsException) {
            return file + " is there already, and not a directory";
        }
        if (of instanceof NotDirectoryException) {
            return file + " is not a directory";
        }
        if (of instanceof DirectoryNotEmptyException) {
            return file + " is a directory, and not empty";
        }
        return of.getReason() == null ? file : file + ": " + of.getReason();
    }
}
