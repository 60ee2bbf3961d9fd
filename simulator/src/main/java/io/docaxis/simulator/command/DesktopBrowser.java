package io.docaxis.simulator.command;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The browser that a desktop opens addresses with.
 *
 * @param program what opens an address that is its last argument; there is no shell between
 */
record DesktopBrowser(List<String> program) {

    /** Whoever runs for longer opens, or is the browser itself. */
    private static final long FAILS_WITHIN_S = 10;

    /** What this operating system has for it. */
    static DesktopBrowser ofThisSystem() {
        return of(System.getProperty("os.name"));
    }

    /** @param system as Java names it */
    static DesktopBrowser of(String system) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return new DesktopBrowser(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        return new DesktopBrowser(List.of(lower.startsWith("mac") ? "open" : "xdg-open"));
    }

    /**
     * Opens an address, and waits for nothing.
     *
     * @param problem told in a line if it cannot be opened, now or a little later, by another thread
     */
    void open(String url, Consumer<String> problem) {
        try {
            Process opening = new ProcessBuilder(
                            Stream.concat(program.stream(), Stream.of(url)).toList())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            opening.getOutputStream().close();
            opening.onExit()
                    .completeOnTimeout(opening, FAILS_WITHIN_S, TimeUnit.SECONDS)
                    .thenAccept(ended -> {
                        if (!ended.isAlive() && ended.exitValue() != 0) {
                            problem.accept(words("it ended with " + ended.exitValue(), url));
                        }
                    });
        } catch (IOException e) {
            problem.accept(words("it cannot be started", url));
        }
    }

    private String words(String why, String url) {
        return "--open: no browser was opened by '" + program.get(0) + "': " + why + "; the page is at " + url;
    }
}
