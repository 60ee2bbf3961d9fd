package io.docaxis.monitor.endpoint;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A small text that only its owner may change, and not everybody may read. No message has any of what it holds. */
final class SecretFile {

    /** Far more than any key or token has. */
    private static final long MOST_BYTES = 65_536;

    private static final Set<PosixFilePermission> TOO_MUCH = EnumSet.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private SecretFile() {}

    /** @throws IllegalArgumentException if it cannot be read, or too many may read or write it */
    static String read(Path file) {
        try {
            requireRegular(file);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                requireOwned(Files.getPosixFilePermissions(file));
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("it is not a text: want one in UTF-8", e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no such file", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "it cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static void requireRegular(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("it is not a regular file");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "it has " + Files.size(file) + " bytes: want " + MOST_BYTES + " at most");
        }
    }

    private static void requireOwned(Set<PosixFilePermission> rights) {
        if (rights.stream().anyMatch(TOO_MUCH::contains)) {
            throw new IllegalArgumentException("its rights are " + PosixFilePermissions.toString(rights)
                    + ": want none for others, and write for its owner alone (chmod 600, or 640)");
        }
    }
}
