package io.docaxis.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcfsTest {

    @Test
    void addsUserAndSystemTimeOfAProcessWhateverItsName() {
        String stat = "42 (a name (with) 1 2 3) S 1 42 42 0 -1 4194560 900 0 0 0 1234 66 0 0 20 0 30 0 100 0 0";

        assertThat(Procfs.processCpuMs(stat)).isEqualTo(13_000);
    }

    @Test
    void countsTimeThatTheHypervisorTookAndNoInterrupts() {
        String stat = "cpu  1000 20 300 99999 50 7 8 40 0 0\ncpu0 1 1 1 1\n";

        assertThat(Procfs.machineCpuMs(stat)).isEqualTo(13_600);
    }

    @Test
    void readsHowLongAThreadRanAndWaited() {
        assertThat(Procfs.threadWait(7, "docaxis-source-\n", "158876 2297838 3\n"))
                .contains(new Procfs.ThreadWait(7, "docaxis-source-", 158_876, 2_297_838, 3));
        assertThat(Procfs.threadWait(7, null, "1 2 3")).isEmpty();
        assertThat(Procfs.threadWait(7, "gone", null)).isEmpty();
    }
}
