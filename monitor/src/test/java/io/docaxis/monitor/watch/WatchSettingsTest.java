package io.docaxis.monitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.group.GroupSelection;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchSettingsTest {

    @Test
    void bothKindsOfNamesTogetherKeepToTheBound() {
        WatchSettings both = new WatchSettings(
                GroupSelection.ALL, Set.of(), WatchSettings.DEFAULT_INTERVAL, Optional.empty(), 1_001, true);
        assertThat(both.groupSeries()).isEqualTo(751);
        assertThat(both.aliasSeries()).isEqualTo(250);
        assertThat(WatchSettings.DEFAULT.groupSeries()).isEqualTo(WatchSettings.DEFAULT_MAX_SERIES);
    }
}
