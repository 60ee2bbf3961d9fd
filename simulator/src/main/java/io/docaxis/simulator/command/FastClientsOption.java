package io.docaxis.simulator.command;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.producer.scenario.file.Nearest;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether Kafka's clients may be bypassed, for commands that start a producer or a consumer. */
final class FastClientsOption {

    private static final List<String> VALUES =
            Arrays.stream(FastClients.values()).map(FastClients::label).toList();

    @Option(
            names = "--fast-clients",
            converter = Converter.class,
            completionCandidates = Candidates.class,
            paramLabel = "auto|off",
            defaultValue = "auto",
            description =
                    "auto: hand whole batches to Kafka's clients, if they and the settings allow it; off: send and read"
                            + " record by record (default: ${DEFAULT-VALUE}).")
    FastClients chosen;

    /** For picocli. */
    static final class Converter implements ITypeConverter<FastClients> {
        @Override
        public FastClients convert(String text) {
            int value = VALUES.indexOf(text.toLowerCase(Locale.ROOT));
            if (value < 0) {
                throw new TypeConversionException("want auto or off" + Nearest.hint(text, VALUES));
            }
            return FastClients.values()[value];
        }
    }

    /** For completion scripts. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return VALUES.iterator();
        }
    }
}
