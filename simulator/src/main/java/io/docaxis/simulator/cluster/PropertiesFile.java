package io.docaxis.simulator.cluster;

import io.docaxis.common.kafka.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** A Java properties file whose every setting is said once. */
final class PropertiesFile {

    private PropertiesFile() {}

    /** @throws InvalidClientConfigException if it cannot be read, is not in UTF-8, or says something twice */
    static Map<String, String> read(String where, Path file) {
        Map<String, String> read = new TreeMap<>();
        Set<String> twice = new LinkedHashSet<>();
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object name, Object value) {
                String before = read.put(name.toString(), value.toString());
                if (before != null && !before.equals(value)) {
                    twice.add(name.toString());
                }
                return before;
            }
        };
        try {
            // some editors begin a file with a mark that no reader wants
            properties.load(new StringReader(Files.readString(file).replaceFirst("^\uFEFF", "")));
        } catch (CharacterCodingException e) {
            throw new InvalidClientConfigException(where + " is not a text in UTF-8");
        } catch (IllegalArgumentException e) {
            throw new InvalidClientConfigException(where + ": want four hexadecimal digits after every \\u");
        } catch (IOException e) {
            throw new InvalidClientConfigException(
                    where + " cannot be read: " + (Files.isDirectory(file) ? "it is a directory" : Reason.of(e)));
        }
        if (!twice.isEmpty()) {
            throw new InvalidClientConfigException(
                    where + " says two things of " + String.join(", ", twice) + "; want one");
        }
        return read;
    }
}
