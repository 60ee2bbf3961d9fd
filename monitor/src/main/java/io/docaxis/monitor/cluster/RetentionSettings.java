package io.docaxis.monitor.cluster;

import java.util.Locale;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How long a topic keeps its records.
 *
 * @param retentionMs after which a record may be deleted; empty: none is deleted by time
 * @param isBySize whether records are deleted where a partition becomes too large
 */
public record RetentionSettings(OptionalLong retentionMs, boolean isBySize) {

    static RetentionSettings of(Config config) {
        long retentionMs = Long.parseLong(value(config, TopicConfig.RETENTION_MS_CONFIG, "-1"));
        long bytes = Long.parseLong(value(config, TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
        boolean deleted = value(config, TopicConfig.CLEANUP_POLICY_CONFIG, "")
                .toLowerCase(Locale.ROOT)
                .contains(TopicConfig.CLEANUP_POLICY_DELETE);
        return new RetentionSettings(
                deleted && retentionMs >= 0 ? OptionalLong.of(retentionMs) : OptionalLong.empty(),
                deleted && bytes >= 0);
    }

    private static String value(Config config, String name, String absent) {
        ConfigEntry entry = config.get(name);
        return entry == null || entry.value() == null ? absent : entry.value();
    }
}
