package io.docaxis.monitor.group;

import io.docaxis.common.kafka.Reason;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.cluster.PolledSource;
import io.docaxis.monitor.cluster.RefusedException;
import io.docaxis.monitor.cluster.TopicGoneException;
import java.util.function.Consumer;

/** Rounds over the groups of a cluster; whether they are answered is what is known of the cluster. One thread at a time. */
final class GroupSource implements PolledSource<GroupsSnapshot> {

    private final GroupsReader reader;
    private final GroupTrack track;
    private final ClusterName name;
    private final ClusterContact contact;
    private final Consumer<GroupsSnapshot> listener;
    private final Consumer<RuntimeException> failures;

    /** @param failures told of what the listener throws: that is not the cluster's, and ends no round */
    GroupSource(
            GroupsReader reader,
            GroupTrack track,
            ClusterName name,
            ClusterContact contact,
            Consumer<GroupsSnapshot> listener,
            Consumer<RuntimeException> failures) {
        this.failures = failures;
        this.listener = listener;
        this.reader = reader;
        this.track = track;
        this.name = name;
        this.contact = contact;
    }

    @Override
    public GroupsSnapshot read() throws InterruptedException {
        long askedMs = reader.steadyMs();
        try {
            GroupRound round = reader.read(name);
            round.missing()
                    .ifPresentOrElse(why -> contact.refused(new TopicGoneException(why, null)), contact::answered);
            GroupsSnapshot found = track.found(round);
            tell(found);
            return found;
        } catch (RefusedException e) {
            contact.refused(e);
            track.foundNothing(reader.timeSince(askedMs));
            throw e;
        } catch (Throwable e) {
            contact.unanswered(Reason.of(e));
            track.foundNothing(reader.timeSince(askedMs));
            throw e;
        }
    }

    private void tell(GroupsSnapshot found) {
        try {
            listener.accept(found);
        } catch (RuntimeException e) {
            failures.accept(e);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
