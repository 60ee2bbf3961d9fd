package io.docaxis.simulator.load.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.docaxis.simulator.load.judge.LoadVerdict;
import io.docaxis.simulator.load.judge.Proof;
import io.docaxis.simulator.load.judge.Validity;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadMergeTest {

    private static final String REQUIRED = "e2e.p50 < 50ms, publish.p99 < 100ms";

    @TempDir
    Path directory;

    private LoadResult one;

    @BeforeEach
    void makeOne() {
        one = SampleLoad.whole(REQUIRED);
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        LoadResult read = ShardDirectories.merged(List.of(written("one", one)));

        assertThat(LoadJson.of(read)).isEqualTo(LoadJson.of(one));
        assertThat(read.measured()).isEqualTo(one.measured());
        assertThat(read.requirements()).isEqualTo(one.requirements());
    }

    @Test
    void twoShardsTogetherAreOne() {
        LoadResult both = ShardDirectories.merged(List.of(
                written("b", SampleLoad.shard(1, 2, REQUIRED)), written("a", SampleLoad.shard(0, 2, REQUIRED))));

        assertThat(both.measured().latencies())
                .isNotEmpty()
                .isEqualTo(one.measured().latencies());
        assertThat(both.measured().counts()).isEqualTo(one.measured().counts());
        assertThat(both.measured().seconds()).isEqualTo(one.measured().seconds());
        assertThat(both.books()).isEqualTo(one.books());
        assertThat(both.delivery()).isEqualTo(one.delivery());
        assertThat(both.rulings()).isEqualTo(one.rulings());
        assertThat(both.asked().shards()).containsExactly(0, 1);
        assertThat(both.asked().isWhole()).isTrue();
        assertThat(both.usage().whole().orElseThrow().cpuSeconds())
                .containsOnlyKeys("session, shard [0]", "broker, shard [0]", "session, shard [1]", "broker, shard [1]");
        assertThat(both.verdict()).isEqualTo(LoadVerdict.BROKEN);
    }

    @Test
    void validityIsTheWorstOfAllAndAProofIsWhosevers() {
        LoadResult weak = SampleLoad.proved(
                SampleLoad.shard(1, 2),
                new LoadProof(Proof.NOT_PROVED, List.of("another process consumes")),
                new Validity(List.of("waited"), List.of(), false));

        LoadResult both = ShardDirectories.merged(List.of(written("a", SampleLoad.shard(0, 2)), written("b", weak)));

        assertThat(both.validity().reasons()).containsExactly("shard [1]: waited");
        assertThat(both.proof().finding()).isEqualTo(Proof.EXACT);
        assertThat(both.verdict()).isEqualTo(LoadVerdict.INVALID);
    }

    @Test
    void shardsThatAreMissingMakeItInvalid() {
        LoadResult part = ShardDirectories.merged(List.of(written("a", SampleLoad.shard(0, 3))));

        assertThat(part.validity().reasons()).containsExactly("shards [1, 2] of 3 are missing");
    }

    @Test
    void namesAllThatDoesNotBelongTogether() throws IOException {
        LoadResult other = SampleLoad.proved(
                SampleLoad.shard(0, 2, "late < 5"),
                new LoadProof(Proof.DIFFERS, List.of("cells")),
                new Validity(List.of(), List.of(), false));
        Path garbage = Files.createDirectories(directory.resolve("garbage"));
        for (String name : List.of("result.json", "latencies.hlog", "seconds.hlog")) {
            Files.writeString(garbage.resolve(name), "{}");
        }

        UnmergeableException trouble = catchThrowableOfType(
                UnmergeableException.class,
                () -> ShardDirectories.merged(List.of(
                        written("a", SampleLoad.shard(0, 2)),
                        written("b", other),
                        garbage,
                        directory.resolve("nowhere"))));

        assertThat(trouble.problems())
                .anySatisfy(problem -> assertThat(problem).contains("garbage", "is not of docaxis load"))
                .anySatisfy(problem -> assertThat(problem).contains("there is no", "nowhere"))
                .anySatisfy(problem -> assertThat(problem).startsWith("requirements differs: [failed <= 0] in '"))
                .anySatisfy(problem -> assertThat(problem).startsWith("proof differs: exact in '"))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("shard 0 is in '").contains("want each once"))
                .hasSize(5);
    }

    private Path written(String name, LoadResult result) {
        Path into = directory.resolve(name);
        new LoadReport(result).write(ResultDirectory.open(into, ResultFiles.LOAD));
        assertThat(into).isDirectoryContaining(file -> file.endsWith("load.html"));
        return into;
    }
}
