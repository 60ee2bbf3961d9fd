package io.docaxis.monitor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "delete, 604800000, -1, 604800000, false",
        "delete, 0, -1, 0, false",
        "'compact,delete', 1000, 4096, 1000, true",
        "delete, -1, -1, , false",
        "delete, -1, 1073741824, , true",
        "compact, 604800000, 4096, , false"
    })
    void tellsByWhatRecordsAreDeleted(String policy, String ms, String bytes, Long retentionMs, boolean isBySize) {
        List<ConfigEntry> entries = new ArrayList<>();
        entries.add(new ConfigEntry("cleanup.policy", policy));
        entries.add(new ConfigEntry("retention.ms", ms));
        entries.add(new ConfigEntry("retention.bytes", bytes));
        RetentionSettings settings = RetentionSettings.of(new Config(entries));
        assertThat(settings.retentionMs())
                .isEqualTo(retentionMs == null ? OptionalLong.empty() : OptionalLong.of(retentionMs));
        assertThat(settings.isBySize()).isEqualTo(isBySize);
    }
}
