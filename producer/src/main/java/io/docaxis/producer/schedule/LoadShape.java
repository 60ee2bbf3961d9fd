package io.docaxis.producer.schedule;

import java.util.Arrays;
import java.util.List;

/** How the wanted rate goes over the duration of a load, however long that is. Immutable. */
public sealed interface LoadShape {

    /** The wanted rate by time. */
    LoadCurve over(long durationNs);

    /** The same rate all the time. */
    record Constant(Rate rate) implements LoadShape {
        @Override
        public LoadCurve over(long durationNs) {
            return new Ramp(rate, rate).over(durationNs);
        }
    }

    /** From a rate at the start evenly to another at the end. */
    record Ramp(Rate from, Rate to) implements LoadShape {
        @Override
        public LoadCurve over(long durationNs) {
            return new LoadCurve(durationNs, new double[] {from.perSecond()}, new double[] {to.perSecond()});
        }
    }

    /** One rate after the other, each for an equal share of the duration. */
    record Steps(List<Rate> rates) implements LoadShape {

        /** @throws IllegalArgumentException if there are none */
        public Steps {
            rates = List.copyOf(rates);
            if (rates.isEmpty()) {
                throw new IllegalArgumentException("steps of a load: want 1 rate or more, got none");
            }
        }

        @Override
        public LoadCurve over(long durationNs) {
            double[] perSecond = rates.stream().mapToDouble(Rate::perSecond).toArray();
            return new LoadCurve(durationNs, perSecond, perSecond);
        }
    }

    /**
     * A day of an office within the duration.
     *
     * @param mean what the rate is on the average
     * @param hours weights by hour of the day, as a scenario has them
     */
    record OfficeDay(Rate mean, List<Integer> hours) implements LoadShape {

        /** @throws IllegalArgumentException unless there are weights, none below 0 and one above */
        public OfficeDay {
            hours = List.copyOf(hours);
            if (hours.stream().anyMatch(weight -> weight < 0) || hours.stream().allMatch(weight -> weight == 0)) {
                throw new IllegalArgumentException(
                        "hours of an office day " + hours + ": want weights of 0 or more, one of them above 0");
            }
        }

        @Override
        public LoadCurve over(long durationNs) {
            double sum = hours.stream().mapToLong(Integer::longValue).sum();
            double[] perSecond = hours.stream()
                    .mapToDouble(weight -> mean.perSecond() * hours.size() * weight / sum)
                    .toArray();
            return new LoadCurve(durationNs, perSecond, Arrays.copyOf(perSecond, perSecond.length));
        }
    }
}
