package io.docaxis.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    private static final String OPTION = "--report FILE";

    @TempDir
    private Path directory;

    @Test
    void writesTheFileWhereNoneIsMeanwhile() throws IOException {
        Path file = directory.resolve("new/run.html");
        ReportFile.open(file, OPTION).write("first");
        assertThat(file).hasContent("first");

        ReportFile again = ReportFile.open(file, OPTION);
        assertThat(file).doesNotExist();
        again.write("second");

        assertThat(file).hasContent("second");
        assertThat(file.getParent()).isDirectoryContaining(each -> each.equals(file));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void saysBeforeAnythingStartsThatItCannot() throws IOException {
        Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> ReportFile.open(directory, OPTION))
                .isInstanceOf(ResultsNotWrittenException.class)
                .hasMessageContaining("report: cannot write to '" + directory)
                .hasMessageContaining("it is a directory")
                .hasMessageContaining("choose another file with --report FILE");
        assertThatThrownBy(() -> ReportFile.open(directory.resolve("file/run.html"), OPTION))
                .isInstanceOf(ResultsNotWrittenException.class);
    }
}
