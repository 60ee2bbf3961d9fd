package io.docaxis.simulator.load;

import io.docaxis.producer.publish.LoadProgress;
import io.docaxis.simulator.load.consume.GroupFollower;
import io.docaxis.simulator.load.consume.GroupSample;
import io.docaxis.simulator.load.consume.LoadConsumer;
import io.docaxis.simulator.load.measure.LagSample;
import io.docaxis.simulator.load.result.LoadDelivery;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** A consumer group that somebody else runs: its lag and its drain are known, and of single events nothing. */
final class GroupSide implements ConsumerSide {

    private final String group;
    private final GroupFollower follower;

    GroupSide(String group, GroupFollower follower) {
        this.group = group;
        this.follower = follower;
    }

    @Override
    public LoadConsumer consumer() {
        return follower;
    }

    /** Seconds are at most so many. */
    @Override
    public LagSample lag(int second) {
        GroupSample sample = follower.sample();
        return new LagSample(second, sample.lag(), sample.lagMostS());
    }

    @Override
    public Findings findings(LoadProgress sent, List<String> gaps, List<LagSample> lags, BooleanSupplier givesUp) {
        return Findings.notProved(LoadDelivery.UNKNOWN, "group '" + group + "' consumed, which is not docaxis' own");
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public String remark() {
        GroupSample sample = follower.sample();
        return "health " + sample.health().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + sample.why();
    }

    @Override
    public void close() {
        follower.close();
    }
}
