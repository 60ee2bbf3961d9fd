package io.docaxis.simulator.load.consume;

import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.group.GroupSelection;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.PolledGroups;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody else's consumer group, looked at once a second as the monitor does it: its lag, its health, and when it has committed all. */
public final class GroupFollower implements LoadConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(GroupFollower.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final long FIRST_WITHIN_S = 30;

    private final FollowSettings settings;
    private final ClusterAdmin admin;
    private final Map<Integer, Long> starts;
    private final GroupDrain drain;
    private final CountDownLatch looked = new CountDownLatch(1);
    private final PolledGroups groups;
    private volatile GroupSample sample;
    private volatile boolean sendingEnded;
    private volatile long lastAcknowledgedAtNs;
    private volatile long endedAtNs;
    private volatile boolean areEndsKnown;

    private GroupFollower(FollowSettings settings) {
        this.settings = settings;
        drain = new GroupDrain(settings.group(), settings.patience());
        admin = new ClusterAdmin(settings.cluster());
        try {
            starts = ends();
        } catch (RuntimeException e) {
            admin.close();
            throw e;
        }
        Pattern group = Pattern.compile(Pattern.quote(settings.group()));
        groups = new PolledGroups(
                settings.cluster(),
                new GroupSelection(
                        Optional.of(group),
                        Optional.of(Pattern.compile(Pattern.quote(settings.topic()))),
                        settings.readsCommitted() ? Optional.of(group) : Optional.empty()),
                EVERY,
                Integer.MAX_VALUE,
                new ClusterName(Optional.empty()),
                new ClusterContact(Clock.SYSTEM, EVERY),
                this::look,
                Clock.SYSTEM);
    }

    /**
     * Begins to look; returns after the first look. The group need not be there.
     *
     * @throws ClusterException if the topic is not there, or nobody answers
     */
    public static GroupFollower start(FollowSettings settings) {
        GroupFollower follower = new GroupFollower(settings);
        follower.groups.start();
        try {
            if (follower.looked.await(FIRST_WITHIN_S, TimeUnit.SECONDS)) {
                return follower;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String why = follower.groups.problem().orElse("no answer");
        follower.close();
        throw new ClusterException(
                "group '" + settings.group() + "' of '" + settings.cluster() + "' is unknown: " + why);
    }

    private void look(GroupsSnapshot shown) {
        GroupSample found = GroupSample.of(
                shown, settings.group(), settings.topic(), settings.clockNs().getAsLong());
        if (sendingEnded && !areEndsKnown) {
            learnEnds();
        }
        drain.look(found);
        sample = found;
        looked.countDown();
        settings.samples().accept(found);
    }

    private void learnEnds() {
        try {
            Map<Integer, Long> ends = ends();
            // where nothing was sent there is nothing to read
            ends.entrySet().removeAll(starts.entrySet());
            drain.end(ends, lastAcknowledgedAtNs);
            areEndsKnown = true;
        } catch (ClusterException e) {
            LOG.debug("where topic {} ends is asked again with the next look", settings.topic(), e);
        }
    }

    private Map<Integer, Long> ends() {
        TopicDescription topic = admin.get(
                        admin.ask().describeTopics(List.of(settings.topic())).allTopicNames())
                .get(settings.topic());
        Map<Integer, Long> ends = new HashMap<>();
        admin.offsets(ClusterAdmin.partitions(topic), OffsetSpec.latest())
                .forEach((partition, offset) -> ends.put(partition.partition(), offset));
        return ends;
    }

    /** What the newest look found. */
    public GroupSample sample() {
        return sample;
    }

    /** Of a group whose cluster does not answer nothing is known. */
    @Override
    public ConsumerProgress progress() {
        return groups.problem().isPresent()
                ? ConsumerProgress.UNKNOWN
                : new ConsumerProgress(sample.consumedSince(starts), sample.lag());
    }

    @Override
    public void sendingEnded(long atNs) {
        lastAcknowledgedAtNs = atNs;
        endedAtNs = settings.clockNs().getAsLong();
        sendingEnded = true;
    }

    @Override
    public Drained drained() {
        long nowNs = settings.clockNs().getAsLong();
        if (sendingEnded
                && !areEndsKnown
                && nowNs - endedAtNs >= settings.patience().toNanos()) {
            return Drained.standing("nothing is known of group '" + settings.group() + "': "
                    + groups.problem().orElse("nobody says where topic '" + settings.topic() + "' ends"));
        }
        return drain.drained(nowNs);
    }

    @Override
    public OptionalLong passed(int partition) {
        Long committed = sample.committed().get(partition);
        return committed == null ? OptionalLong.empty() : OptionalLong.of(committed);
    }

    @Override
    public void close() {
        groups.close();
        admin.close();
    }
}
