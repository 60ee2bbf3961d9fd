package io.docaxis.simulator.command;

import io.docaxis.monitor.page.RunHere;
import io.docaxis.monitor.page.RunsHere;
import io.docaxis.producer.publish.PublishProgress;
import io.docaxis.producer.schedule.Speed;
import io.docaxis.simulator.result.page.Headline;
import io.docaxis.simulator.service.ProducerHealth;
import io.docaxis.simulator.verdict.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How far the run of this process is, for its page. The command's thread says so; any thread may ask. */
final class RunStage implements RunsHere {

    /** From one look of the page to the next. */
    private static final long ON_TIME_MS = 1_000;

    private final Sources sources;
    private final Speed speed;
    private volatile String phase = "starting";
    private volatile Optional<RunHere.Verdict> verdict = Optional.empty();

    RunStage(Sources sources, Speed speed) {
        this.sources = sources;
        this.speed = speed;
    }

    /** It is in this phase now. */
    void enter(String now) {
        phase = now;
    }

    /** It has come to its end. */
    void conclude(Finding finding, Headline about) {
        verdict = Optional.of(new RunHere.Verdict(finding.label(), text(about.reasons())));
        phase = "done";
    }

    /** As one text: a line that ends with a comma or a colon goes on in the next. */
    private static String text(List<String> reasons) {
        return String.join("; ", reasons).replaceAll("([,:]); ", "$1 ");
    }

    @Override
    public RunHere get() {
        PublishProgress progress = sources.progress();
        // at full speed nothing is due at any instant; on time, all that is due is sent, to within a look
        boolean isAllSent = sources.areComplete()
                || progress.behindMs().isPresent() && progress.behindMs().getAsLong() < ON_TIME_MS;
        long sent = progress.scheduled() - progress.found();
        RunHere.Sent events = new RunHere.Sent(
                isAllSent ? OptionalLong.of(sent) : OptionalLong.empty(),
                sent,
                progress.sent(),
                progress.failed(),
                progress.behindMs().isPresent()
                        ? OptionalDouble.of(progress.behindMs().getAsLong() / 1000.0)
                        : OptionalDouble.empty(),
                ProducerHealth.problem(sources.statuses()));
        return new RunHere(
                "run",
                Optional.of(phase),
                sources.share(),
                speed.isMax() ? OptionalDouble.empty() : OptionalDouble.of(speed.perMille() / 1000.0),
                Optional.of(events),
                verdict);
    }
}
