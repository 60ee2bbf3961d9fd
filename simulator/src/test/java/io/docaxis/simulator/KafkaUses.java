package io.docaxis.simulator;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the code uses of Kafka that Kafka does not publish. Kafka marks what it publishes with an annotation; nested classes go with the
 * class around them.
 */
final class KafkaUses {

    private static final String PUBLISHED = "org.apache.kafka.common.annotation.InterfaceAudience$Public";
    private static final List<String> MODULES =
            List.of("common", "producer", "consumer", "monitor", "simulator", "benchmarks");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.])(?:org\\.apache\\.)?kafka(?:\\.[a-z]\\w*)*\\.[A-Z]\\w*");
    /** Characters, texts, strings, comments: where a name is no use. */
    private static final Pattern NO_CODE = Pattern.compile(
            "'\\\\?.[^']*+'|\"{3}(?s:.*?)\"{3}|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|//.*|/\\*(?s:.*?)\\*/");

    private static final Map<String, Boolean> INTERNAL = new ConcurrentHashMap<>();

    private KafkaUses() {}

    /** What compiled classes depend on, and what stands in the sources and nothing is left of: constants. */
    static Set<KafkaUse> ofMainCode(JavaClasses classes) {
        Set<KafkaUse> uses = named("main");
        for (JavaClass type : classes) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .filter(KafkaUses::isInternal)
                    .forEach(target -> uses.add(new KafkaUse(
                            outermost(target.getBaseComponentType().getName()), outermost(type.getName()))));
        }
        return uses;
    }

    /** What stands in the sources. */
    static Set<KafkaUse> ofTestCode() {
        return named("test");
    }

    /** Whether a class is Kafka's, and Kafka does not publish it. */
    static boolean isInternal(JavaClass type) {
        return isInternal(type.getBaseComponentType().getName());
    }

    private static boolean isInternal(String name) {
        return (name.startsWith(KafkaUse.KAFKA) || name.startsWith("kafka."))
                && INTERNAL.computeIfAbsent(outermost(name), outer -> !isPublished(outer));
    }

    private static boolean isPublished(String name) {
        try {
            return Arrays.stream(Class.forName(name, false, KafkaUses.class.getClassLoader())
                            .getAnnotations())
                    .anyMatch(mark -> mark.annotationType().getName().equals(PUBLISHED));
        } catch (ClassNotFoundException e) {
            // all that is used and is not on this module's class path is Streams' test kit, which is published
            return !name.contains(".internals.");
        }
    }

    private static String outermost(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static Set<KafkaUse> named(String kind) {
        Set<KafkaUse> uses = new TreeSet<>();
        for (String module : MODULES) {
            Path sources = Path.of("..", module, "src", kind, "java");
            if (Files.isDirectory(sources)) {
                files(sources).forEach(file -> addNamed(file, sources.relativize(file), uses));
            }
        }
        return uses;
    }

    private static void addNamed(Path file, Path name, Set<KafkaUse> uses) {
        try {
            String by = name.toString().replace(".java", "").replace('/', '.');
            String code = NO_CODE.matcher(Files.readString(file)).replaceAll(" ");
            NAME.matcher(code)
                    .results()
                    .map(match -> match.group())
                    .filter(KafkaUses::isInternal)
                    .forEach(kafka -> uses.add(new KafkaUse(kafka, by)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
