package io.docaxis.simulator.terminal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many columns a terminal has, asked again once a second, for a user may change it at any time. Java cannot tell; {@code stty} can,
 * at the price of a short process. Not thread-safe.
 */
public final class TerminalWidth implements IntSupplier {

    /** Where nobody can tell. */
    static final int USUAL = 80;

    private static final long ASK_EVERY_NS = 1_000_000_000;
    private static final File TERMINAL = new File("/dev/tty");
    private static final Pattern SIZE = Pattern.compile("\\s*\\d+\\s+(\\d+)\\s*");

    /** Rows and columns as text; empty: nobody can tell. */
    interface Asked {
        String size() throws IOException, InterruptedException;
    }

    private final Asked asked;
    private final LongSupplier clockNs;
    private int columns = USUAL;
    private long askedNs;

    TerminalWidth(Asked asked, LongSupplier clockNs) {
        this.asked = asked;
        this.clockNs = clockNs;
        askedNs = clockNs.getAsLong() - ASK_EVERY_NS;
    }

    /** That of the terminal which this process was started from. */
    public static TerminalWidth ofThisProcess() {
        return new TerminalWidth(TerminalWidth::stty, System::nanoTime);
    }

    @Override
    public int getAsInt() {
        long now = clockNs.getAsLong();
        if (now - askedNs >= ASK_EVERY_NS) {
            askedNs = now;
            columns = ask().orElse(columns);
        }
        return columns;
    }

    /** A terminal that does not know its size says 0. */
    private OptionalInt ask() {
        try {
            Matcher size = SIZE.matcher(asked.size());
            int found = size.matches() ? Integer.parseInt(size.group(1)) : 0;
            return found > 0 ? OptionalInt.of(found) : OptionalInt.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private static String stty() throws IOException, InterruptedException {
        Process stty = new ProcessBuilder("stty", "size")
                .redirectInput(TERMINAL)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = stty.getInputStream()) {
            String size = new String(out.readAllBytes(), StandardCharsets.US_ASCII);
            return stty.waitFor() == 0 ? size : "";
        }
    }
}
