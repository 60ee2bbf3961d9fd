package io.docaxis.simulator.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.docaxis.common.kafka.Secrets;

/** The message of a log line without secrets: {@code %msg} in {@code logback.xml}. */
public final class HiddenSecrets extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Secrets.hide(super.convert(event));
    }

    /** The stack trace of a log line without secrets: {@code %ex}. */
    public static final class OfTrace extends ch.qos.logback.classic.pattern.ThrowableProxyConverter {

        @Override
        public String convert(ILoggingEvent event) {
            return Secrets.hide(super.convert(event));
        }
    }
}
