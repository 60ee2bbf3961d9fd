package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.judge.Proof;
import io.docaxis.simulator.load.judge.Validity;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.report.Clients;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Several shards of one load as one result. Times and counts of events add up; figures about documents are the tally's, whoever
 * read it; the requirements are judged on the sum, and the validity is the worst of all.
 */
final class LoadMerge {

    private LoadMerge() {}

    /** Why these are not shards of one load; nothing: they are. */
    static List<String> problems(Map<String, LoadResult> byName) {
        List<String> problems = new ArrayList<>();
        alike(problems, byName, "scenario", result -> result.asked().scenario());
        alike(problems, byName, "seed", result -> result.asked().seed());
        alike(problems, byName, "run", result -> result.asked().run());
        alike(problems, byName, "number of shards", result -> result.asked().ofShards());
        alike(
                problems,
                byName,
                "start",
                result -> LoadJson.at(result.measured().stretch().startAtNs()));
        alike(problems, byName, "requirements", result -> result.requirements().written());
        alike(
                problems,
                byName,
                "version of docaxis",
                result -> result.place().versions().docaxis());
        TreeSet<String> settings = new TreeSet<>();
        byName.values()
                .forEach(result -> settings.addAll(result.asked().settings().keySet()));
        settings.forEach(name -> alike(
                problems, byName, name, result -> result.asked().settings().getOrDefault(name, "not set")));
        distinct(problems, byName);
        compared(problems, byName, "proof", result -> proved(result.proof().finding()));
        compared(
                problems,
                byName,
                "lost events",
                result -> known(result, result.delivery().lost()));
        compared(
                problems,
                byName,
                "duplicates",
                result -> known(result, result.delivery().duplicates()));
        compared(
                problems,
                byName,
                "events out of order",
                result -> known(result, result.delivery().outOfOrder()));
        compared(
                problems,
                byName,
                "late obligations",
                result -> known(result, result.delivery().lateObligations()));
        return problems;
    }

    private static void alike(
            List<String> problems, Map<String, LoadResult> byName, String what, Function<LoadResult, Object> value) {
        compared(problems, byName, what, result -> Optional.of(value.apply(result)));
    }

    /** What those who know it have to say alike. */
    private static void compared(
            List<String> problems,
            Map<String, LoadResult> byName,
            String what,
            Function<LoadResult, Optional<Object>> value) {
        Map<String, String> said = new TreeMap<>();
        byName.forEach((name, result) -> value.apply(result).ifPresent(is -> said.put(name, is.toString())));
        if (said.values().stream().distinct().count() > 1) {
            problems.add(what + " differs: "
                    + said.entrySet().stream()
                            .map(entry -> entry.getValue() + " in '" + entry.getKey() + "'")
                            .collect(Collectors.joining(", ")));
        }
    }

    private static void distinct(List<String> problems, Map<String, LoadResult> byName) {
        Map<Integer, String> owners = new TreeMap<>();
        byName.forEach((name, result) -> {
            for (int shard : result.asked().shards()) {
                String owner = owners.putIfAbsent(shard, name);
                if (owner != null) {
                    problems.add("shard " + shard + " is in '" + owner + "' and in '" + name + "': want each once");
                }
            }
        });
    }

    private static Optional<Object> proved(Proof proof) {
        return proof == Proof.EXACT || proof == Proof.DIFFERS ? Optional.of(proof.label()) : Optional.empty();
    }

    private static Optional<Object> known(LoadResult result, OptionalLong figure) {
        return isTallied(result) && figure.isPresent() ? Optional.of(figure.getAsLong()) : Optional.empty();
    }

    /** To be called where there are no {@link #problems}. */
    static LoadResult of(Map<String, LoadResult> byName) {
        List<LoadResult> all = byName.values().stream()
                .sorted(Comparator.comparing(result -> result.asked().shards().get(0)))
                .toList();
        LoadResult first = all.get(0);
        LoadAsked asked = first.asked()
                .withShards(all.stream()
                        .flatMap(result -> result.asked().shards().stream())
                        .toList());
        return new LoadResult(
                asked,
                end(all),
                MeasuredSum.of(all.stream().map(LoadResult::measured).toList()),
                LoadBooks.together(all.stream().map(LoadResult::books).toList()),
                delivery(all),
                all.stream()
                        .map(LoadResult::group)
                        .flatMap(Optional::stream)
                        .max(Comparator.comparingLong(
                                group -> group.lagRecords().orElse(-1))),
                proof(all),
                usage(all),
                first.requirements(),
                validity(all, asked),
                new LoadPlace(
                        first.place().versions(),
                        all.stream()
                                .flatMap(result -> result.place().machines().stream())
                                .toList(),
                        Clients.together(all.stream()
                                .map(result -> result.place().clients())
                                .toList())));
    }

    private static LoadEnd end(List<LoadResult> all) {
        return new LoadEnd(
                all.stream().anyMatch(result -> result.end().interrupted()),
                joined(all.stream().map(result -> result.end().environment())),
                joined(all.stream().map(result -> result.end().breach())));
    }

    private static Optional<String> joined(Stream<Optional<String>> words) {
        List<String> said = words.flatMap(Optional::stream).distinct().toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", said));
    }

    /** Whether its figures about documents are the tally's; a plain consumer counts what comes of its own shard. */
    private static boolean isTallied(LoadResult result) {
        return result.proof().finding() != Proof.NOT_PROVED;
    }

    private static LoadDelivery delivery(List<LoadResult> all) {
        List<LoadDelivery> each = all.stream().map(LoadResult::delivery).toList();
        if (all.stream().noneMatch(LoadMerge::isTallied)) {
            return new LoadDelivery(
                    LoadBooks.sum(each, LoadDelivery::lost),
                    LoadBooks.sum(each, LoadDelivery::duplicates),
                    LoadBooks.sum(each, LoadDelivery::outOfOrder),
                    OptionalLong.empty());
        }
        return new LoadDelivery(
                any(each, LoadDelivery::lost),
                any(each, LoadDelivery::duplicates),
                any(each, LoadDelivery::outOfOrder),
                any(each, LoadDelivery::lateObligations));
    }

    private static OptionalLong any(Collection<LoadDelivery> all, Function<LoadDelivery, OptionalLong> figure) {
        return all.stream()
                .map(figure)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** Of whoever compared; else of whoever tried. */
    private static LoadProof proof(List<LoadResult> all) {
        List<LoadProof> proofs = all.stream().map(LoadResult::proof).toList();
        return Stream.of(Proof.DIFFERS, Proof.EXACT, Proof.INCOMPLETE, Proof.NOT_PROVED)
                .map(finding -> proofs.stream()
                        .filter(proof -> proof.finding() == finding)
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static LoadUsage usage(List<LoadResult> all) {
        List<LoadUsage> named = all.stream()
                .map(result -> all.size() == 1
                        ? result.usage()
                        : result.usage().of("shard " + result.asked().shards()))
                .toList();
        return LoadUsage.together(named);
    }

    private static Validity validity(List<LoadResult> all, LoadAsked asked) {
        List<Validity> each = new ArrayList<>();
        all.forEach(result ->
                each.add(result.validity().of("shard " + result.asked().shards())));
        List<Integer> missing = IntStream.range(0, asked.ofShards())
                .boxed()
                .filter(shard -> !asked.shards().contains(shard))
                .toList();
        boolean allowed = each.stream().allMatch(Validity::allowed);
        if (!missing.isEmpty()) {
            each.add(new Validity(
                    List.of("shards " + missing + " of " + asked.ofShards() + " are missing"), List.of(), allowed));
        }
        Validity worst = Validity.worst(each);
        boolean toConsumer = all.stream()
                .anyMatch(result -> result.measured().latency(LatencyKind.E2E).isPresent());
        return toConsumer && all.size() > 1
                ? worst.doubting(
                        List.of("latencies to the consumer compare the clocks of all shards: on several machines"
                                + " they are as good as these agree"))
                : worst;
    }
}
