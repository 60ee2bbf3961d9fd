package io.docaxis.simulator.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsAreAsWideAsWhatIsInThem() {
        assertThat(TextTable.of("agency", "late", "why")
                        .right(1)
                        .row("H53", "7", "no answer")
                        .row("G01.02", "1,024", "")
                        .text())
                .isEqualTo("""
                        agency   late  why
                        H53         7  no answer
                        G01.02  1,024
                        """);
    }

    @Test
    void whatIsWiderThanATerminalIsCutAndMarked() {
        assertThat(TextTable.of("a", "b").row("Đ".repeat(5), "long text").text(10))
                .isEqualTo("""
                        a      b
                        ĐĐĐĐĐ  lo…
                        """);
    }

    @Test
    void theFirstColumnIsLeftOutWhereOthersWouldBeCutOff() {
        TextTable table = TextTable.of("group", "lag", "host").right(1).row("billing", "1,024", "somewhere");
        assertThat(table.text(15, 1)).isEqualTo("""
                group      lag…
                billing  1,024…
                """);
        assertThat(table.text(14, 1)).isEqualTo("""
                  lag  host
                1,024  somewh…
                """);
    }

    @Test
    void aRowIsOneLineThatCommandsNoTerminal() {
        assertThat(TextTable.of("group", "n")
                        .row("a\nb\u001b[2J", "1")
                        .row("\u202egrüppe \uD83D\uDCE8", "2")
                        .text())
                .isEqualTo("""
                        group              n
                        a\\u000ab\\u001b[2J  1
                        \\u202egrüppe 📨     2
                        """);
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatThrownBy(() -> TextTable.of("a", "b").row("1")).hasMessage("1 cells: want 2");
    }
}
