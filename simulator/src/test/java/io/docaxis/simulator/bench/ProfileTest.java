package io.docaxis.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProfileTest {

    /** A method that was renamed would silently cost nothing. */
    @Test
    void namesMethodsThatExist() throws Exception {
        for (var entry : Profile.VERIFICATION.entrySet()) {
            Class<?> type = Class.forName(entry.getKey(), false, Profile.class.getClassLoader());
            assertThat(Arrays.stream(type.getDeclaredMethods()).map(Method::getName))
                    .as(entry.getKey())
                    .containsAll(entry.getValue());
        }
    }
}
