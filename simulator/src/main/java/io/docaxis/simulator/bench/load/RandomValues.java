package io.docaxis.simulator.bench.load;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Values of records that do not compress, of which a sender takes one after the other, again and again. */
final class RandomValues {

    /** So many that they do not stay in a processor's cache. */
    static final int DISTINCT = 20_000;

    /** In a file a line is a value: letters, for Kafka's tool reads text. */
    private static final int FIRST = '#';

    private static final int LAST = '~';

    private RandomValues() {}

    /** Values of that many bytes each, whatever these are. */
    static byte[][] bytes(int size) {
        SplittableRandom random = new SplittableRandom(1);
        byte[][] values = new byte[DISTINCT][size];
        for (byte[] value : values) {
            random.nextBytes(value);
        }
        return values;
    }

    /** The same number as lines of printable characters. */
    static void write(Path file, int size) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int value = 0; value < DISTINCT; value++) {
                for (int i = 0; i < size; i++) {
                    out.write(random.nextInt(FIRST, LAST + 1));
                }
                out.write('\n');
            }
        }
    }
}
