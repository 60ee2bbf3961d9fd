package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyIndexTest {

    private final AgencyCatalogue agencies = AgencyCatalogue.of(200, 130);
    private final AgencyIndex index = new AgencyIndex(agencies);

    /** What is there is listed by the first of its codes, and how many there are. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "h01 | H01 | 6",
                "H01.0 | H01.01 | 5",
                "H01.01.01 | H01.01.01 | 1",
                "bà rịa | H06 | 1",
                "BA RIA | H06 | 1",
                "\"  ba   ria \" | H06 | 1",
                "đài truyền | G28 | 1",
                "dai truyen | G28 | 1",
                "people's committee of an giang | H01 | 1",
                "department | G01.01 | 200",
                "commune H01.01 | H01.01.01 | 2",
                "nt h01.01 | H01.01 | 1",
                "\"e h01.01.\" | H01.01.01 | 2"
            })
    void findsCodesAndBothNamesWithoutCaseAndAccents(String search, String first, int count) {
        List<String> found = found(search);

        assertThat(found).hasSize(count);
        assertThat(found.get(0)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"x99", "H64", "an giang ha noi", "commune G01"})
    void findsNothingElse(String search) {
        assertThat(found(search)).isEmpty();
    }

    private List<String> found(String search) {
        IntPredicate containing = index.containing(search);
        return IntStream.range(0, agencies.size())
                .filter(containing)
                .mapToObj(index::code)
                .toList();
    }
}
