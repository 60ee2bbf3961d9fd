package io.docaxis.simulator.cluster;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a client config may not say, and what it says in vain: the one table of settings that are docaxis' own. By name, without prefix. */
final class SettingRules {

    /**
     * A setting that the proof rests on.
     *
     * @param wanted the values that will do, in words
     * @param why others will not
     */
    record Needed(String wanted, Predicate<String> holds, String why) {}

    private static final Predicate<String> NONE = String::isEmpty;

    private static final Map<String, Needed> NEEDED = new TreeMap<>();
    /** Of these, those that nobody but the proof needs. */
    private static final Set<String> ONLY_PROOF = Set.of(
            "acks",
            "enable.idempotence",
            "max.in.flight.requests.per.connection",
            "retries",
            "interceptor.classes",
            "isolation.level");
    /** Settings that docaxis chooses, with the option that changes them, if there is one. */
    private static final Map<String, String> OWN = new HashMap<>();
    /** What other Kafka clients call what Kafka's own call otherwise. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "metadata.broker.list", "bootstrap.servers",
            "broker.list", "bootstrap.servers",
            "zookeeper.connect", "bootstrap.servers",
            "sasl.username", "sasl.jaas.config",
            "sasl.password", "sasl.jaas.config",
            "ssl.ca.location", "ssl.truststore.location",
            "ssl.certificate.location", "ssl.keystore.location",
            "ssl.key.location", "ssl.keystore.location",
            "queue.buffering.max.ms", "linger.ms",
            "message.send.max.retries", "retries");

    static {
        need("acks", "all or -1", SettingRules::isAll, "an event that one broker alone has is lost with it");
        need("enable.idempotence", "true", is("true"), "a batch that is sent again would be there twice");
        need(
                "max.in.flight.requests.per.connection",
                "1 to 5",
                between(1, 5),
                "with more, batches that are sent again change places");
        need("retries", "1 or more", between(1, Integer.MAX_VALUE), "a batch that is never sent again is lost");
        need("transactional.id", "none", NONE, "producers with the same id shut each other out; each gets its own");
        need(
                "transaction.two.phase.commit.enable",
                "false",
                is("false"),
                "nobody would end a transaction that is left open");
        need(
                "isolation.level",
                "read_committed",
                is("read_committed"),
                "what an aborted transaction wrote would be counted");
        need("processing.guarantee", "exactly_once_v2", is("exactly_once_v2"), "a crash would make the tally wrong");
        need("partitioner.class", "none", NONE, "a thread's events belong into the partition of its key");
        need("partitioner.ignore.keys", "false", is("false"), "a thread's events belong into the partition of its key");
        need("interceptor.classes", "none", NONE, "an interceptor may change, add or leave out records");
        need("check.crcs", "true", is("true"), "a batch damaged on its way would be read as it is");
        need("group.protocol", "classic", is("classic"), "the stream engine shares partitions by that protocol alone");
        need("num.standby.replicas", "0", is("0"), "the state has no second copy");
        String leftOut = "a record that cannot be handled must not be left out";
        for (String handler : new String[] {
            "deserialization.exception.handler",
            "default.deserialization.exception.handler",
            "production.exception.handler",
            "default.production.exception.handler",
            "processing.exception.handler",
            "errors.dead.letter.queue.topic.name"
        }) {
            need(handler, "none", NONE, leftOut);
        }
        need("processor.wrapper.class", "none", NONE, "a wrapper may change, add or leave out records");
        need("default.client.supplier", "none", NONE, "docaxis brings clients of its own");
        need("topic.cleanup.policy", "compact", is("compact"), "state would be deleted with the records that hold it");
        need("bootstrap.controllers", "none", NONE, "records are written and read by brokers; want bootstrap.servers");

        own("", "group.id", "application.id", "group.remote.assignor", "partition.assignment.strategy");
        own("", "enable.auto.commit", "auto.commit.interval.ms", "auto.offset.reset", "allow.auto.create.topics");
        own("", "key.serializer", "value.serializer", "key.deserializer", "value.deserializer");
        own("", "default.key.serde", "default.value.serde", "default.timestamp.extractor");
        own("", "statestore.cache.max.bytes", "cache.max.bytes.buffering", "buffered.records.per.partition");
        own("", "max.task.idle.ms", "acceptable.recovery.lag", "share.acknowledgement.mode", "share.acquire.mode");
        own("--instance-id", "group.instance.id");
        own("--threads", "num.stream.threads");
        own("--commit-every", "commit.interval.ms", "transaction.timeout.ms");
    }

    private SettingRules() {}

    private static void need(String name, String wanted, Predicate<String> holds, String why) {
        NEEDED.put(name, new Needed(wanted, holds, why));
    }

    private static void own(String option, String... names) {
        for (String name : names) {
            OWN.put(name, option);
        }
    }

    private static boolean isAll(String value) {
        return value.equals("all") || value.equals("-1");
    }

    private static Predicate<String> is(String wanted) {
        return value -> value.toLowerCase(Locale.ROOT).equals(wanted);
    }

    private static Predicate<String> between(int least, int most) {
        return value -> {
            try {
                int number = Integer.parseInt(value);
                return number >= least && number <= most;
            } catch (NumberFormatException e) {
                return false;
            }
        };
    }

    /**
     * What the proof needs of a setting; empty if it rests on none of it.
     *
     * @param proved false: nothing is proved, and what is needed is what docaxis' clients cannot do without
     */
    static Optional<Needed> needed(String name, boolean proved) {
        return Optional.ofNullable(NEEDED.get(name)).filter(needed -> proved || !ONLY_PROOF.contains(name));
    }

    static boolean isOwn(String name) {
        return OWN.containsKey(name);
    }

    /** The option by which a setting of docaxis' own is changed; empty if by none. */
    static Optional<String> option(String name) {
        return Optional.ofNullable(OWN.get(name)).filter(option -> !option.isEmpty());
    }

    /** What Kafka's clients call a setting of other clients. */
    static Optional<String> elsewhere(String name) {
        return Optional.ofNullable(ELSEWHERE.get(name));
    }

    /** Names of the settings that the proof rests on. */
    static Iterable<String> needed() {
        return NEEDED.keySet();
    }

    /** Names of the settings that docaxis chooses. */
    static Iterable<String> own() {
        return new TreeMap<>(OWN).keySet();
    }
}
