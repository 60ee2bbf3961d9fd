package io.docaxis.producer.scenario.file;

import static io.docaxis.producer.scenario.file.ScenarioDraft.below;
import static io.docaxis.producer.scenario.file.ScenarioDraft.list;
import static io.docaxis.producer.scenario.file.ScenarioDraft.map;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Brings the keys of a drawn scenario into agreement, each of which is allowed alone: sums of shares, fan-outs and agencies, rules.
 * Days are {@link DayAgreement}'s. Written from the documentation, not from the checks. Not thread-safe.
 */
final class KeyAgreement {

    private static final int MILLION = 1_000_000;
    private static final int LEVEL_1 = 88;
    private static final int MOST_AGENCIES = 120_000;
    /** Enough for provinces to have some. */
    private static final int SOME_DEPARTMENTS = 88;

    private static final int LEAST_DOCUMENTS = 100;
    private static final int MOST_DOCUMENTS = 2_000;
    /** So that a scenario is played in a blink. */
    private static final int MOST_DISPATCHES = 8_000;
    /** Of few documents, that large fan-outs are played as well. */
    private static final int MEAN_RECEIVERS = 60;

    private static final String NOTHING = "0";

    private final ScenarioDraft draft;
    private final SplittableRandom random;
    private final Set<String> wanted;

    KeyAgreement(ScenarioDraft draft, SplittableRandom random, Set<String> wanted) {
        this.draft = draft;
        this.random = random;
        this.wanted = wanted;
    }

    void bringAbout() {
        agencies();
        double receivers = fanOut(draft.root(), "fan-out", MEAN_RECEIVERS);
        fanOut(draft.section("threads"), "question-fan-out", 20);
        volume(receivers);
        rules();
        sums();
        new DayAgreement(draft, random, wanted).bringAbout();
        lists();
    }

    private void agencies() {
        Map<String, Object> agencies = draft.section("agencies");
        int communes = number(agencies, "communes");
        int departments = number(agencies, "departments");
        if (wanted.contains("agencies.departments")) {
            communes = 0;
        }
        if (communes > 0) {
            departments = Math.max(departments, SOME_DEPARTMENTS);
            int most = MOST_AGENCIES - LEVEL_1;
            communes = Math.min(communes, most - SOME_DEPARTMENTS);
            departments = Math.min(departments, most - communes);
        }
        put(agencies, "departments", departments);
        put(agencies, "communes", communes);
    }

    /** No more receivers than there are others, and few enough of them. Gives the mean. */
    private double fanOut(Map<String, Object> in, String key, int mostMean) {
        if (!in.containsKey(key)) {
            return 4;
        }
        Map<String, Object> weights = map(in.get(key));
        int most = LEVEL_1
                - 1
                + number(draft.section("agencies"), "departments")
                + number(draft.section("agencies"), "communes");
        Map<String, Object> fitting = new LinkedHashMap<>();
        weights.forEach((receivers, weight) ->
                fitting.put(Integer.toString(Math.min(most, Integer.parseInt(receivers))), weight));
        if (wanted.contains(key) && most < 3_000) {
            put(draft.section("agencies"), "departments", 3_000);
            fitting.clear();
            fitting.putAll(weights);
        }
        if (fitting.values().stream().allMatch(NOTHING::equals)) {
            fitting.put("1", "1");
        }
        double mean = mean(fitting);
        if (mean > mostMean) {
            fitting.replaceAll((receivers, weight) -> weight.equals(NOTHING) ? NOTHING : "1");
            int large = (int) Math.ceil(mean(fitting) * fitting.size() / mostMean);
            fitting.put("1", Integer.toString(large));
        }
        in.put(key, fitting);
        return mean(fitting);
    }

    private static double mean(Map<String, Object> weights) {
        double sum = 0;
        double all = 0;
        for (Map.Entry<String, Object> entry : weights.entrySet()) {
            int weight = Integer.parseInt((String) entry.getValue());
            sum += weight;
            all += (double) weight * Integer.parseInt(entry.getKey());
        }
        return all / sum;
    }

    private void volume(double receivers) {
        int most = (int) Math.max(LEAST_DOCUMENTS, Math.min(MOST_DOCUMENTS, MOST_DISPATCHES / receivers));
        int documents = (int) (LEAST_DOCUMENTS * Math.pow((double) most / LEAST_DOCUMENTS, random.nextDouble()));
        Map<String, Object> volume = draft.section("volume");
        boolean exact = volume.containsKey("dispatches");
        volume.clear();
        put(volume, "documents", documents);
        if (exact && random.nextInt(4) == 0) {
            put(volume, "dispatches", (int) Math.max(documents, documents * receivers));
        }
    }

    private void rules() {
        Map<String, Object> rules = draft.section("rules");
        int day = 86_400;
        int horizonS = rules.containsKey("horizon") ? DurationText.seconds((String) rules.get("horizon")) : 7 * day;
        int finalAfter = rules.containsKey("final-after-working-days") ? number(rules, "final-after-working-days") : 60;
        int least = 2 * ((horizonS + day - 1) / day) + 10;
        if (wanted.contains("rules.final-after-working-days") && finalAfter < least) {
            horizonS = Math.min(horizonS, (finalAfter - 10) / 2 * day);
            rules.put("horizon", ValueKind.duration(horizonS));
        } else if (finalAfter < least) {
            put(rules, "final-after-working-days", random.nextInt(least, Math.min(1_000, 2 * least) + 1));
        }
    }

    private void sums() {
        sum("", draft.section("signing"), "signing", "late", "not-signed", "signed-after-sent");
        Map<String, Object> threads = draft.section("threads");
        Map<String, Object> disturbances = draft.section("disturbances");
        Map<String, Object> kinds = new LinkedHashMap<>(threads);
        kinds.put("orphan-answer", disturbances.getOrDefault("orphan-answer", NOTHING));
        boolean orphans = wanted.contains("disturbances.orphan-answer");
        sum(
                orphans ? "orphan-answer" : "",
                kinds,
                "threads",
                "question",
                "recall-document",
                "update",
                "replace",
                "orphan-answer");
        disturbances.put("orphan-answer", kinds.remove("orphan-answer"));
        threads.putAll(kinds);
        for (Map.Entry<String, Object> tier : draft.section("behaviour").entrySet()) {
            behaviour(map(tier.getValue()), "behaviour." + tier.getKey());
        }
        for (Object exception : list(draft.root().get("exceptions"))) {
            if (map(exception).containsKey("behaviour")) {
                behaviour(below(map(exception), "behaviour"), "exceptions[].behaviour");
            }
        }
    }

    private void behaviour(Map<String, Object> behaviour, String path) {
        sum("", behaviour, path, "refuse", "acknowledge-late", "acknowledge-never");
        sum("", behaviour, path, "recall-never", "recall-late");
    }

    /** Shares of one whole, in an order by chance; those asked for go first. */
    private void sum(String first, Map<String, Object> in, String path, String... keys) {
        List<String> order = new ArrayList<>();
        for (String key : keys) {
            boolean goesFirst = key.equals(first) || wanted.contains(path + "." + key);
            order.add(goesFirst ? 0 : random.nextInt(order.size() + 1), key);
        }
        int left = MILLION;
        for (String key : order) {
            String given = (String) in.getOrDefault(key, NOTHING);
            int share = Math.min(left, new BigDecimal(given).movePointRight(6).intValueExact());
            left -= share;
            in.put(key, ValueKind.decimal(share));
        }
    }

    /** What a list's elements must say. */
    private void lists() {
        for (Object each : list(draft.root().get("exceptions"))) {
            Map<String, Object> exception = map(each);
            if (!exception.containsKey("behaviour") && !wanted.contains("exceptions[].silent")) {
                exception.put("silent", "true");
            } else if (!exception.containsKey("behaviour")) {
                below(exception, "behaviour").put("arrival", "0.5");
            }
        }
        for (Object each : list(draft.section("disturbances").get("clocks"))) {
            Map<String, Object> clock = map(each);
            boolean behind = wanted.contains("disturbances.clocks[].behind")
                    ? !clock.getOrDefault("behind", "0s").equals("0s")
                    : wanted.contains("disturbances.clocks[].ahead")
                            ? clock.getOrDefault("ahead", "0s").equals("0s")
                            : random.nextBoolean();
            String one = behind ? "behind" : "ahead";
            clock.put(behind ? "ahead" : "behind", "0s");
            if (clock.getOrDefault(one, "0s").equals("0s")) {
                clock.put(one, ValueKind.duration(random.nextInt(1, 20 * 86_400)));
            }
        }
    }

    private static int number(Map<String, Object> map, String key) {
        return Integer.parseInt((String) map.getOrDefault(key, NOTHING));
    }

    private static void put(Map<String, Object> map, String key, int value) {
        map.put(key, Integer.toString(value));
    }
}
