package io.docaxis.simulator.command;

import io.docaxis.producer.schedule.LoadShape;
import io.docaxis.producer.schedule.Rate;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A rate over time, as a user writes it: {@code 20000/s}, a ramp {@code 1000/s..20000/s}, or steps {@code 5k/s,10k/s,20k/s}.
 *
 * @param text as it was written
 * @param rates of a ramp its two ends
 * @param isRamp whether the rate goes evenly from the first to the second
 */
record RateText(String text, List<Rate> rates, boolean isRamp) {

    RateText {
        rates = List.copyOf(rates);
    }

    /** Reads one. */
    static RateText parse(String text) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length == 2) {
            return new RateText(text, List.of(Rate.parse(ends[0]), Rate.parse(ends[1])), true);
        }
        return new RateText(
                text, Stream.of(text.split(",", -1)).map(Rate::parse).toList(), false);
    }

    /** How it goes, each rate multiplied by a factor. */
    LoadShape shape(double factor) {
        List<Rate> scaled =
                rates.stream().map(rate -> new Rate(rate.perSecond() * factor)).toList();
        if (isRamp) {
            return new LoadShape.Ramp(scaled.get(0), scaled.get(1));
        }
        return scaled.size() == 1 ? new LoadShape.Constant(scaled.get(0)) : new LoadShape.Steps(scaled);
    }

    /** Whether it is one rate all the time. */
    boolean isConstant() {
        return rates.size() == 1;
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<RateText> {
        @Override
        public RateText convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        e.getMessage() + "; a ramp is '1000/s..20000/s', steps are '5k/s,10k/s'");
            }
        }
    }
}
