package io.docaxis.simulator.load.result;

import io.docaxis.simulator.report.FileTrouble;
import io.docaxis.simulator.report.JsonReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Directories into which shards of a load wrote their results. */
public final class ShardDirectories {

    private ShardDirectories() {}

    /**
     * Reads and merges.
     *
     * @throws UnmergeableException if one cannot be read, or they do not belong together: with all that is wrong
     */
    public static LoadResult merged(List<Path> directories) {
        Map<String, LoadResult> read = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Path directory : directories) {
            try {
                LoadResult earlier = read.put(directory.toString(), one(directory));
                if (earlier != null) {
                    problems.add("'" + directory + "' is named twice");
                }
            } catch (UncheckedIOException e) {
                problems.add("'" + directory + "': " + FileTrouble.words(e.getCause()));
            } catch (IOException e) {
                problems.add("'" + directory + "': " + FileTrouble.words(e));
            } catch (RuntimeException e) {
                problems.add("'" + directory + "' has no results of docaxis load that can be read: " + e.getMessage());
            }
        }
        problems.addAll(LoadMerge.problems(read));
        if (!problems.isEmpty()) {
            throw new UnmergeableException(problems);
        }
        return LoadMerge.of(read);
    }

    private static LoadResult one(Path directory) throws IOException {
        return ShardReader.read(
                JsonReport.read(directory.resolve("result.json")),
                Files.readString(directory.resolve("latencies.hlog")),
                Files.readString(directory.resolve("seconds.hlog")));
    }
}
