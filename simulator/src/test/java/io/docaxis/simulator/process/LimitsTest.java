package io.docaxis.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @ParameterizedTest
    @CsvSource({"64, 64", "64, 1023", "1023, 1023"})
    void saysThatTooFewFilesMayBeOpen(String soft, String hard) {
        assertThat(Limits.problem(limits(soft, hard)))
                .hasValue("only " + hard + " files may be open at once ('ulimit -n'); want 1024 or more");
    }

    @ParameterizedTest
    @CsvSource({"64, 1024", "1024, 1048576", "1024, unlimited", "unlimited, unlimited"})
    void saysNothingWhereEnoughMayBeOpen(String soft, String hard) {
        assertThat(Limits.problem(limits(soft, hard))).isEmpty();
    }

    @Test
    void saysNothingOfWhatItDoesNotKnow() {
        assertThat(Limits.problem("")).isEmpty();
        assertThat(Limits.problem()).isEmpty();
    }

    private static String limits(String soft, String hard) {
        return "Limit                     Soft Limit           Hard Limit           Units     \n"
                + "Max processes             7                    7                    processes \n"
                + String.format("Max open files            %-20s %-20s files     %n", soft, hard);
    }
}
