package io.docaxis.monitor.page;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Kinds of files that the page may have. */
enum FileKind {
    HTML("text/html;charset=UTF-8", true),
    CSS("text/css;charset=UTF-8", true),
    JS("text/javascript;charset=UTF-8", true),
    JSON("application/json", true),
    SVG("image/svg+xml", true),
    TXT("text/plain;charset=UTF-8", true),
    PNG("image/png", false),
    ICO("image/x-icon", false);

    private final String contentType;
    private final boolean text;

    FileKind(String contentType, boolean text) {
        this.contentType = contentType;
        this.text = text;
    }

    /** By the end of a name, {@code .js} for example; empty: the page has no such files. */
    static Optional<FileKind> of(String name) {
        return Stream.of(values())
                .filter(kind -> name.endsWith("." + kind.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    String contentType() {
        return contentType;
    }

    /** Whether gzip makes it smaller; pictures are packed already. */
    boolean isText() {
        return text;
    }
}
