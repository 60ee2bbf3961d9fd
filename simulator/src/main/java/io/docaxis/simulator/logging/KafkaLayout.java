package io.docaxis.simulator.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.LayoutBase;
import io.docaxis.common.kafka.Secrets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of Kafka's in the log: when, how grave, and that it is Kafka's; without secrets. A user who has said which level to show gets all
 * lines of that, each with its stack trace; else it is what {@link KafkaLines} leaves of the warnings. Thread-safe.
 */
public final class KafkaLayout extends LayoutBase<ILoggingEvent> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final boolean all;
    private final KafkaLines lines = new KafkaLines();

    public KafkaLayout() {
        this(System.getProperty(LogLevels.KAFKA) != null);
    }

    KafkaLayout(boolean all) {
        this.all = all;
    }

    /** Empty where there is nothing to show. */
    @Override
    public String doLayout(ILoggingEvent event) {
        return words(event)
                .map(words -> TIME.format(Instant.ofEpochMilli(event.getTimeStamp()))
                        + String.format(Locale.ROOT, " %-5s Kafka: ", event.getLevel())
                        + Secrets.hide(words)
                        + CoreConstants.LINE_SEPARATOR)
                .orElse("");
    }

    private Optional<String> words(ILoggingEvent event) {
        return all
                ? Optional.of(withTrace(event))
                : lines.shown(event.getLoggerName(), event.getFormattedMessage(), thrown(event), event.getTimeStamp());
    }

    private static String withTrace(ILoggingEvent event) {
        return event.getThrowableProxy() == null
                ? event.getFormattedMessage()
                : event.getFormattedMessage()
                        + CoreConstants.LINE_SEPARATOR
                        + ThrowableProxyUtil.asString(event.getThrowableProxy()).strip();
    }

    private static Throwable thrown(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
    }
}
