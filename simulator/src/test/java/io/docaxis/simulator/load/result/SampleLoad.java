package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.judge.Conditions;
import io.docaxis.simulator.load.judge.Proof;
import io.docaxis.simulator.load.judge.Requirements;
import io.docaxis.simulator.load.judge.Validity;
import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.LagSample;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.load.measure.LoadMeter;
import io.docaxis.simulator.load.measure.Measured;
import io.docaxis.simulator.load.measure.RunQueue;
import io.docaxis.simulator.load.measure.Stretch;
import io.docaxis.simulator.load.measure.UsageSample;
import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Versions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;

/** A load that never was: 30 s of 1,000 events/s against a broker that is frozen from second 12 to second 17; the client's buffer is full after two. */
final class SampleLoad {

    static final long MS = 1_000_000L;
    static final long SECOND = 1_000 * MS;
    static final long START = 1_795_910_400L * SECOND;
    static final Stretch STRETCH = new Stretch(START, START + 3 * SECOND, START + 30 * SECOND);

    private static final int EVENTS = 30_000;

    private SampleLoad() {}

    static LoadResult whole(String... requirements) {
        return shard(0, 1, requirements);
    }

    /** Event j is of shard j mod n. */
    static LoadResult shard(int shard, int of, String... requirements) {
        Measured measured = measured(shard, of);
        long count = EVENTS / of;
        Requirements wanted = Requirements.parse(List.of(requirements));
        return new LoadResult(
                asked(shard, of),
                LoadEnd.ORDERLY,
                measured,
                new LoadBooks(
                        OptionalLong.of(count),
                        OptionalLong.of(count),
                        OptionalLong.of(0),
                        OptionalLong.of(0),
                        OptionalLong.of(count / 5)),
                new LoadDelivery(OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(321)),
                Optional.of(group()),
                new LoadProof(Proof.EXACT, List.of()),
                usage(),
                wanted,
                validity(measured, wanted),
                place());
    }

    static LoadAsked asked(int shard, int of) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("rate", "1000/s");
        settings.put("duration", "30s");
        settings.put("header", "<b>\"bold\" & 'brave'</b>");
        return new LoadAsked("office-day", 7, "office-day-7-1", settings, List.of(shard), of);
    }

    private static Validity validity(Measured measured, Requirements wanted) {
        return new Conditions(
                        measured.latency(LatencyKind.SCHEDULE_SLIP),
                        Optional.of(new RunQueue.Wait(0.01, 40)),
                        measured.stretch().measuredSeconds(),
                        measured.count(EventCount.DUE),
                        Optional.empty(),
                        OptionalLong.of(12),
                        measured.clockDoubts(),
                        List.of())
                .judge(wanted, false);
    }

    private static Measured measured(int shard, int of) {
        LoadMeter meter = new LoadMeter(STRETCH, EnumSet.allOf(EventCount.class));
        Random random = new Random(1);
        for (int j = 0; j < EVENTS; j++) {
            long intended = START + j * MS;
            long slip = random.nextInt(100) * 1_000L;
            long buffer = random.nextInt(500) * 1_000L;
            long answer = (long) (2 * MS * Math.exp(random.nextGaussian() / 2));
            long processing = (long) (3 * MS * Math.exp(random.nextGaussian() / 3));
            boolean frozen = j >= 12_000 && j < 17_000;
            boolean full = j >= 14_000 && j < 17_000;
            long request = (full ? START + 17 * SECOND + (j - 14_000) * 100_000L : intended) + slip + buffer;
            long given = full ? request - buffer : intended + slip;
            long acknowledged = (frozen ? START + 17 * SECOND + (j - 12_000) * 100_000L : request) + answer;
            acknowledged = Math.max(acknowledged, request + answer);
            if (j % of == shard) {
                meter.due(intended);
                meter.sent(intended, given, slip);
                meter.acknowledged(intended, given, slip, request, acknowledged);
                long polled = acknowledged + MS;
                meter.consumed(polled, 1);
                meter.applied(intended, request, polled, polled + processing);
                meter.committed(intended, polled + 90 * MS);
            }
        }
        return meter.measured();
    }

    private static LoadGroup group() {
        List<LagSample> samples = new ArrayList<>();
        for (int second = 0; second < 30; second++) {
            boolean unknown = second >= 12 && second < 17;
            samples.add(new LagSample(
                    second,
                    unknown ? OptionalLong.empty() : OptionalLong.of(20 + second % 7),
                    unknown ? OptionalDouble.empty() : OptionalDouble.of(0.1)));
        }
        return new LoadGroup(
                "docaxis.exchange", samples, OptionalLong.of(24), OptionalDouble.of(0.25), OptionalDouble.of(0.4), "");
    }

    /** Of the process, who takes most first. */
    private static final List<String> PARTS = List.of("broker", "consumer", "sources", "java itself");

    private static LoadUsage usage() {
        List<UsageSample> samples = new ArrayList<>();
        for (int second = 0; second < 31; second++) {
            samples.add(new UsageSample(
                    second,
                    "session",
                    OptionalDouble.of(0.8 + second % 5 / 10.0),
                    OptionalLong.of(400 << 20),
                    OptionalDouble.of(0.01)));
            for (int i = 0; i < PARTS.size(); i++) {
                samples.add(new UsageSample(
                        second,
                        PARTS.get(i),
                        OptionalDouble.of(0.3 / (1 + i)),
                        OptionalLong.empty(),
                        OptionalDouble.empty()));
            }
        }
        Map<String, Double> cpu = new LinkedHashMap<>();
        cpu.put("session", 24.5);
        cpu.put("broker", 8.25);
        return new LoadUsage(
                Optional.of(new Usage(27, cpu, Map.of("session", 512L << 20), OptionalDouble.of(0.02))), samples);
    }

    private static LoadPlace place() {
        return new LoadPlace(
                new Versions("1.0", "4.4.0", "4.1.0"),
                List.of(new Machine("Linux 6.1", "amd64", 2, OptionalLong.of(24L << 30), "17.0.15+6")),
                Clients.UNKNOWN);
    }

    /** The same load, of which hardly anything is known. */
    static LoadResult unknown() {
        return new LoadResult(
                asked(0, 1),
                LoadEnd.byEnvironment("the cluster is gone"),
                new LoadMeter(STRETCH, EnumSet.of(EventCount.DUE)).measured(STRETCH.endedAt(START + SECOND)),
                LoadBooks.UNKNOWN,
                LoadDelivery.UNKNOWN,
                Optional.empty(),
                new LoadProof(Proof.NOT_PROVED, List.of("the consumer is not docaxis' own")),
                LoadUsage.UNKNOWN,
                Requirements.parse(List.of("e2e.p99 < 50ms, exact")),
                new Validity(List.of("too short"), List.of("a doubt"), true),
                place());
    }

    static LoadResult ending(LoadResult result, LoadEnd end) {
        return new LoadResult(
                result.asked(),
                end,
                result.measured(),
                result.books(),
                result.delivery(),
                result.group(),
                result.proof(),
                result.usage(),
                result.requirements(),
                result.validity(),
                result.place());
    }

    static LoadResult proved(LoadResult result, LoadProof proof, Validity validity) {
        return new LoadResult(
                result.asked(),
                result.end(),
                result.measured(),
                result.books(),
                result.delivery(),
                result.group(),
                proof,
                result.usage(),
                result.requirements(),
                validity,
                result.place());
    }

    static LoadResult drained(LoadResult result, double afterSeconds) {
        LoadGroup group = result.group().orElseThrow();
        return new LoadResult(
                result.asked(),
                result.end(),
                result.measured(),
                result.books(),
                result.delivery(),
                Optional.of(new LoadGroup(
                        group.name(),
                        group.samples(),
                        group.lagRecords(),
                        group.lagSeconds(),
                        OptionalDouble.of(afterSeconds),
                        "it stands still")),
                result.proof(),
                result.usage(),
                result.requirements(),
                result.validity(),
                result.place());
    }
}
