package io.docaxis.simulator.command;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.LiveRun;
import io.docaxis.producer.publish.Pace;
import io.docaxis.producer.schedule.Speed;
import io.docaxis.simulator.report.Wording;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which world is made, and how fast its time goes. */
final class WorldOptions extends ScenarioOptions {

    static final String LIVE_HAS_A_SPEED =
            "has no wall clock for --live to tie simulated time to: want a number of times" + " like 1x or 60x";

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            converter = SpeedConverter.class,
            description =
                    "Simulated time per wall-clock time: 1x, 60x, 3600x, … or max (default: max; with --live 1x).")
    private Speed speed;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = CalendarTime.Converter.class,
            description = "End at this instant of the period: what is delivered before it is judged by it.")
    private CalendarTime until;

    @Option(
            names = "--live",
            description = {
                "Tie simulated time to the wall clock, so that deadlines pass though a source is silent. The first Ctrl-C"
                        + " ends the run in order, and proves it; the next interrupts it."
            })
    private boolean live;

    /**
     * What of a world is played.
     *
     * @throws UsageException if that is nothing
     */
    Excerpt excerpt(World world) {
        Excerpt excerpt = fromBegin(world);
        OptionalLong endsAt = endsAt(excerpt);
        return endsAt.isPresent() ? excerpt.until(endsAt.getAsLong()) : excerpt;
    }

    /** Where it ends before its period does. */
    private OptionalLong endsAt(Excerpt excerpt) {
        if (until == null) {
            return OptionalLong.empty();
        }
        World world = excerpt.world();
        WorkingCalendar calendar = world.scenario().calendar();
        long at = until.in(calendar);
        if (at <= excerpt.beginsAt() || at > world.endsAt()) {
            throw new UsageException("--until " + until + ": want an instant after "
                    + Wording.instant(excerpt.beginsAt(), calendar.utcOffsetS()) + ", when the run begins, up to "
                    + Wording.instant(world.endsAt(), calendar.utcOffsetS()) + ", when the period of '"
                    + world.scenario().name() + "' ends");
        }
        return at == world.endsAt() ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** How it is played. */
    Pace pace(Excerpt excerpt) {
        OptionalLong endsAt = endsAt(excerpt);
        return live ? Pace.of(new LiveRun(speed()), endsAt) : new Pace(speed(), endsAt, Optional.empty());
    }

    private Speed speed() {
        if (speed != null) {
            return speed;
        }
        return live ? Speed.parse("1x") : Speed.MAX;
    }

    /** For picocli. */
    static final class SpeedConverter implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String text) {
            try {
                return Speed.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
