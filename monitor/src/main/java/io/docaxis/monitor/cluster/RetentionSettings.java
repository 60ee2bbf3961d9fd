package io.docaxis.monitor.cluster;

import java.util.Locale;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What of a topic's configuration decides what can be known of its records.
 *
 * @param retentionMs after which a record may be deleted; empty: none is deleted by time
 * @param timestampsByBroker whether the broker writes a record's timestamp; else its producer says it
 */
public record RetentionSettings(OptionalLong retentionMs, boolean timestampsByBroker) {

    static RetentionSettings of(Config config) {
        long retentionMs = Long.parseLong(value(config, TopicConfig.RETENTION_MS_CONFIG, "-1"));
        boolean deleted = value(config, TopicConfig.CLEANUP_POLICY_CONFIG, "")
                .toLowerCase(Locale.ROOT)
                .contains(TopicConfig.CLEANUP_POLICY_DELETE);
        return new RetentionSettings(
                deleted && retentionMs >= 0 ? OptionalLong.of(retentionMs) : OptionalLong.empty(),
                "LogAppendTime".equals(value(config, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "")));
    }

    private static String value(Config config, String name, String absent) {
        ConfigEntry entry = config.get(name);
        return entry == null || entry.value() == null ? absent : entry.value();
    }
}
