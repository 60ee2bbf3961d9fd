package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.tally.proto.Window;
import io.docaxis.monitor.figures.SilentSpell;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time is in days of a run whose days begin at UTC + 7 hours; agencies are H53, a province, and others. */
class TruthFindingsTest {

    private static final int OFFSET_S = 25_200;
    private static final int H53 = AgencyCatalogue.level1().number("H53");
    private static final int H52 = AgencyCatalogue.level1().number("H52");

    /** Which window of one explains a silence: kind, agency, tier, from and until, in days; last report, and when it was noticed. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "silence, H53, -, 10, 20, 9.9, 10.5, true",
                "silence, H53, -, 10, 20, 9.9, 25, true",
                "silence, H53, -, 10, 20, 19.9, 25, true",
                "silence, H53, -, 10, 20, 8, 9.9, false",
                "silence, H53, -, 10, 20, 8, 10, false",
                "silence, H53, -, 10, 20, 20, 25, false",
                "silence, H52, -, 10, 20, 9.9, 10.5, false",
                "clock, H53, -, 10, 20, 9.9, 10.5, false",
                "outage, -, -, 10, 20, 9.9, 10.5, true",
                "outage, H53, -, 10, 20, 9.9, 10.5, true",
                "outage, H52, -, 10, 20, 9.9, 10.5, false",
                "outage, -, province, 10, 20, 9.9, 10.5, true",
                "outage, -, commune, 10, 20, 9.9, 10.5, true",
                "outage, -, ministry, 10, 20, 9.9, 10.5, false",
                "outage, H52, province, 10, 20, 9.9, 10.5, false",
                "unknown, H53, -, 10, 20, 9.9, 10.5, false"
            })
    void aSilenceIsExplainedByAWindowInWhichItWasBeforeItWasNoticed(
            String kind, String agency, String tier, double from, double until, double last, double seen, boolean is) {
        WindowMatch match = new WindowMatch(List.of(window(kind, agency, tier, from, until, 0)), OFFSET_S);

        assertThat(match.ofSilence(spell(H53, last, seen)).isPresent()).isEqualTo(is);
    }

    /** The same of a clock that was doubtful on day 10, and how far the planted one is ahead, in days. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "clock, H53, -, 10, 11, 0.1, true",
                "clock, H53, -, 10.9, 12, 0, true",
                "clock, H53, -, 11, 12, 0, false",
                "clock, H53, -, 11, 12, -0.5, true",
                "clock, H53, -, 8, 9, 2, true",
                "clock, H53, -, 10, 11, 2, false",
                "clock, H52, -, 10, 11, 0, false",
                "silence, H53, -, 10, 11, 0, false",
                "outage, -, -, 10, 11, 0, true",
                "outage, H52, -, 10, 11, 0, false"
            })
    void aDoubtfulClockIsExplainedByAWindowAsTheAgencyDatesIt(
            String kind, String agency, String tier, double from, double until, double ahead, boolean is) {
        WindowMatch match = new WindowMatch(List.of(window(kind, agency, tier, from, until, ahead)), OFFSET_S);

        assertThat(match.ofClock(H53, 10).isPresent()).isEqualTo(is);
    }

    @Test
    void anAgencysOwnWindowExplainsBeforeAnOutageAndTheLongestOfThoseBeforeOthers() {
        WindowMatch match = new WindowMatch(
                List.of(
                        window("outage", null, null, 0, 100, 0),
                        window("silence", "H53", null, 10, 11, 0),
                        window("silence", "H53", null, 12, 20, 0)),
                OFFSET_S);

        assertThat(match.ofSilence(spell(H53, 10.5, 13))).hasValue(2);
        assertThat(match.ofSilence(spell(H53, 10.2, 12.1))).hasValue(1);
        assertThat(match.ofSilence(spell(H52, 10.2, 12.1))).hasValue(0);
    }

    @Test
    void whatNoWindowExplainsIsAFalseAlarm() {
        WindowMatch planted = new WindowMatch(
                List.of(window("silence", "H53", null, 10, 20, 0), window("clock", "H52", null, 10, 12, 0)), OFFSET_S);
        TruthFindings found = TruthFindings.of(
                planted,
                List.of(spell(H53, 9, 11), spell(H52, 9, 11)),
                days(Map.of(H52, List.of(9, 10, 11, 30), H53, List.of(4))),
                known(100, 0));

        assertThat(found.ofSilences()).containsExactly(OptionalInt.of(0), OptionalInt.empty());
        assertThat(found.clocks())
                .containsExactly(
                        new TruthFindings.Clock(H52, List.of(9, 30), OptionalInt.empty()),
                        new TruthFindings.Clock(H52, List.of(10, 11), OptionalInt.of(1)),
                        new TruthFindings.Clock(H53, List.of(4), OptionalInt.empty()));
        assertThat(found.falseAlarms()).isEqualTo(3);
        assertThat(found.missed()).hasValue(0);
    }

    /** One window, the watermark, and the watermark of the first look; nothing was noticed. */
    @ParameterizedTest
    @CsvSource({
        "silence, H53, 10, 20, 30, 0, 1",
        "silence, H53, 10, 20, 20, 0, 1",
        "silence, H53, 10, 20, 19, 0, 0",
        "silence, H53, 10, 20, 30, 15, 1",
        "silence, H53, 10, 20, 30, 25, 0",
        "silence, H53, 1, 2, 30, 0, 0",
        "clock, H53, 10, 20, 30, 25, 1",
        "clock, H53, 10, 20, 19, 0, 0",
        "outage, H53, 10, 20, 30, 0, 0"
    })
    void aWindowIsMissedOnceItIsOver(
            String kind, String agency, double from, double until, double watermark, double since, int missed) {
        WindowMatch planted = new WindowMatch(List.of(window(kind, agency, null, from, until, 0)), OFFSET_S);

        assertThat(TruthFindings.of(planted, List.of(), days(Map.of()), known(watermark, since))
                        .missed())
                .hasValue(missed);
    }

    @Test
    void aWindowThatWasNoticedIsNotMissedThoughAnotherExplainsIt() {
        WindowMatch planted = new WindowMatch(
                List.of(window("silence", "H53", null, 10, 20, 0), window("silence", "H53", null, 12, 13, 0)),
                OFFSET_S);
        TruthFindings found = TruthFindings.of(planted, List.of(spell(H53, 9, 15)), days(Map.of()), known(100, 0));

        assertThat(found.ofSilences()).containsExactly(OptionalInt.of(0));
        assertThat(found.missed()).hasValue(0);
    }

    @Test
    void whatIsMissedIsUnknownWithoutAWatermark() {
        TruthFindings found = TruthFindings.of(
                new WindowMatch(List.of(window("silence", "H53", null, 10, 20, 0)), OFFSET_S),
                List.of(),
                days(Map.of()),
                new TruthFindings.Known(OptionalLong.empty(), 0, OptionalLong.empty()));

        assertThat(found.missed()).isEmpty();
    }

    private static TruthFindings.Known known(double watermark, double since) {
        return new TruthFindings.Known(OptionalLong.of(at(watermark)), at(5), OptionalLong.of(at(since)));
    }

    private static SortedMap<Integer, List<Integer>> days(Map<Integer, List<Integer>> of) {
        return new TreeMap<>(of);
    }

    private static SilentSpell spell(int agency, double last, double seen) {
        return new SilentSpell(agency, at(last), at(seen), OptionalLong.empty());
    }

    private static Window window(String kind, String agency, String tier, double from, double until, double ahead) {
        Window.Builder window = Window.newBuilder()
                .setKind(Window.Kind.valueOf(kind.toUpperCase(Locale.ROOT)))
                .setFromAt(at(from))
                .setUntilAt(at(until))
                .setAheadS((int) (ahead * 86_400));
        if (agency != null) {
            window.setAgency(agency);
        }
        if (tier != null) {
            window.setTier(Tier.valueOf(tier.toUpperCase(Locale.ROOT)).ordinal());
        }
        return window.build();
    }

    private static long at(double day) {
        return Math.round(day * 86_400) - OFFSET_S;
    }
}
