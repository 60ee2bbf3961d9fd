package io.docaxis.simulator.command;

import io.docaxis.common.agency.AgencyCode;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.monitor.endpoint.IpAddress;
import io.docaxis.monitor.inquiry.LateFilter;
import io.docaxis.simulator.load.Consumption;
import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that are names of something. */
final class Names {

    private Names() {}

    /** A directory; an empty name, as of a variable that is not set, would be the one where the user happens to be. */
    static final class Directory implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            return path(text, "directory");
        }
    }

    /** A file. */
    static final class File implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            return path(text, "file");
        }
    }

    private static Path path(String text, String what) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw new TypeConversionException("want the path of a " + what);
    }

    /** A consumer group, which may have any name. */
    static final class Group implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("want the name of a consumer group");
            }
            return text;
        }
    }

    /** Who consumes a load. */
    static final class Consumer implements ITypeConverter<Consumption> {
        @Override
        public Consumption convert(String text) {
            try {
                return Consumption.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** An agency that is asked about. */
    static final class Agency implements ITypeConverter<AgencyCode> {
        @Override
        public AgencyCode convert(String text) {
            return LateFilter.parseAgency(text)
                    .orElseThrow(() -> new TypeConversionException("want " + LateFilter.AGENCIES));
        }
    }

    /** A kind of obligation, as results name it. */
    static final class ObligationLabel implements ITypeConverter<Obligation> {
        @Override
        public Obligation convert(String text) {
            return DutyName.obligation(text)
                    .orElseThrow(() -> new TypeConversionException("want one of " + DutyName.obligationLabels()));
        }
    }

    /** Whose names of metrics are served beside ours. */
    static final class Aliases implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!text.equals("kafka_exporter")) {
                throw new TypeConversionException("want kafka_exporter");
            }
            return text;
        }
    }

    /** Where something listens. */
    static final class Address implements ITypeConverter<InetAddress> {
        @Override
        public InetAddress convert(String text) {
            return IpAddress.parse(text)
                    .orElseThrow(() -> new TypeConversionException("want an IP address, such as 127.0.0.1 or ::"));
        }
    }

    /** What stands before the port in an address of the web, lower case. */
    static final class Host implements ITypeConverter<String> {
        private static final Pattern LEGAL = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

        @Override
        public String convert(String text) {
            String host = text.toLowerCase(Locale.ROOT);
            if (!LEGAL.matcher(host).matches() && IpAddress.parse(host).isEmpty()) {
                throw new TypeConversionException("want the name or address of a host, without scheme and port");
            }
            return host;
        }
    }

    /** A pattern that a whole name has to match. */
    static final class Regex implements ITypeConverter<Pattern> {
        @Override
        public Pattern convert(String text) {
            try {
                if (!text.isBlank()) {
                    return Pattern.compile(text);
                }
            } catch (PatternSyntaxException e) {
                throw new TypeConversionException(
                        "want a regular expression: " + e.getDescription() + " at " + Math.max(0, e.getIndex()));
            }
            throw new TypeConversionException("want a regular expression");
        }
    }

    /** The value of a label of metrics, for people to read. */
    static final class Label implements ITypeConverter<String> {
        private static final Pattern LEGAL = Pattern.compile("[\\w.:/-]{1,100}");

        @Override
        public String convert(String text) {
            if (!LEGAL.matcher(text).matches()) {
                throw new TypeConversionException(
                        "want 1 to 100 letters, digits, dots, underscores, hyphens, colons or slashes");
            }
            return text;
        }
    }

    /** A member of a consumer group that keeps its name: Kafka allows what it allows for topics, and Streams adds to it. */
    static final class Instance implements ITypeConverter<String> {
        private static final Pattern LEGAL = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,200}");

        @Override
        public String convert(String text) {
            if (!LEGAL.matcher(text).matches()) {
                throw new TypeConversionException("want 1 to 200 letters, digits, dots, underscores or hyphens");
            }
            return text;
        }
    }
}
