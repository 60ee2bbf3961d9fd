package io.docaxis.simulator.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWriterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-8      | [##··] 5 × 2 ≤ 10 … Đà Nẵng → ∞ | [##··] 5 × 2 ≤ 10 … Đà Nẵng → ∞",
                "US-ASCII   | [##··] 5 × 2 ≤ 10 … Đà Nẵng → ∞ | [##..] 5 x 2 <= 10 ... Da Nang -> ?",
                "ISO-8859-1 | [##··] 5 × 2 ≤ 10 … Đà Nẵng → ∞ | [##··] 5 × 2 <= 10 ... Dà Nang -> ?",
                "US-ASCII   | pipeline ÷ raw – 3 µs ≥ 1       | pipeline / raw - 3 us >= 1",
                "US-ASCII   | cannot write to '/tmp/dữ liệu'  | cannot write to '/tmp/du lieu'"
            })
    void writesWhatCanBeShownAndTheRestPlainly(String charset, String text, String shown) {
        Charset characters = Charset.forName(charset);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter writer = TextOutput.writer(bytes, characters);

        writer.print(text);
        writer.append('\n').append("…", 0, 1).println('·');

        String whole = bytes.toString(characters);
        assertThat(whole.substring(0, whole.indexOf('\n'))).isEqualTo(shown);
        assertThat(whole).hasLineCount(2).doesNotContain("\u001A");
    }
}
