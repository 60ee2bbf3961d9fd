package io.docaxis.common.kafka;

import org.apache.kafka.common.utils.internals.AppInfoParser;

/** The version of Kafka's client library that this process has. */
public final class ClientVersion {

    private ClientVersion() {}

    /** Such as {@code 4.4.0}. */
    public static String here() {
        return AppInfoParser.getVersion();
    }
}
