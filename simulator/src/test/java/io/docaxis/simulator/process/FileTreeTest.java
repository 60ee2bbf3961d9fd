package io.docaxis.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

    @TempDir
    private Path directory;

    @Test
    void removesADirectoryWithEverythingInItAndNothingElse() throws IOException {
        Path kept = Files.writeString(directory.resolve("kept"), "x");
        Path tree = Files.createDirectories(directory.resolve("tree"));
        Files.createDirectories(tree.resolve("a/b"));
        Files.writeString(tree.resolve("a/file"), "x");
        Files.createSymbolicLink(tree.resolve("a/link"), directory);

        FileTree.remove(tree);

        assertThat(tree).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void takesADirectoryThatIsGoneForRemoved() throws IOException {
        FileTree.remove(directory.resolve("gone"));

        assertThat(directory).isEmptyDirectory();
    }
}
