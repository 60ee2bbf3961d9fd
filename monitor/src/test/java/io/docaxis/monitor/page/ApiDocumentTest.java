package io.docaxis.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The table of paths in {@code docs/api.md} has every path of the API, and no other. */
class ApiDocumentTest {

    private static final String API = "/api/";
    private static final Path DOCUMENT = Path.of("..", "docs", "api.md");
    private static final Pattern ROW = Pattern.compile("\\| `(" + API + "[^`]*)` \\|.*");

    @Test
    void namesThePathsOfAllControllers() throws IOException, ClassNotFoundException {
        assertThat(documented()).isEqualTo(mapped());
    }

    private static SortedSet<String> documented() throws IOException {
        SortedSet<String> paths = new TreeSet<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(paths.add(row.group(1))).as(row.group(1)).isTrue();
            }
        }
        return paths;
    }

    private static SortedSet<String> mapped() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        SortedSet<String> paths = new TreeSet<>();
        for (var found : scan.findCandidateComponents("io.docaxis.monitor")) {
            Class<?> controller = Class.forName(found.getBeanClassName());
            for (Method method : controller.getDeclaredMethods()) {
                mapped(controller, method).filter(path -> path.startsWith(API)).forEach(paths::add);
            }
        }
        assertThat(paths).contains("/api/v1/groups");
        paths.add(StreamServlet.PATH);
        return paths;
    }

    /** The paths of a method, below those of its class. */
    private static Stream<String> mapped(Class<?> controller, Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return Stream.empty();
        }
        RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        String[] prefixes = above == null || above.path().length == 0 ? new String[] {""} : above.path();
        return Arrays.stream(prefixes)
                .flatMap(prefix -> Arrays.stream(mapping.path()).map(path -> prefix + path));
    }
}
