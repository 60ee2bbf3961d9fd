package io.docaxis.simulator.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which part of a world one process makes: written k/n, k from 1.
 *
 * @param source from 0
 * @param sources of all processes together
 */
record Shard(int source, int sources) {

    static final Shard WHOLE = new Shard(0, 1);
    static final int MOST = 64;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

    /** @throws IllegalArgumentException unless it is k/n with 1 ≤ k ≤ n ≤ 64 */
    static Shard parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (matcher.matches()) {
            int shard = Integer.parseInt(matcher.group(1));
            int shards = Integer.parseInt(matcher.group(2));
            if (shard >= 1 && shard <= shards && shards <= MOST) {
                return new Shard(shard - 1, shards);
            }
        }
        throw new IllegalArgumentException("'" + text + "': want k/n, such as 1/2 and 2/2, with 1 ≤ k ≤ n ≤ " + MOST);
    }

    @Override
    public String toString() {
        return (source + 1) + "/" + sources;
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<Shard> {
        @Override
        public Shard convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
