package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.Window;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.AgencyException;
import io.docaxis.producer.scenario.Disturbances;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.scenario.file.Scenarios;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the ledger's header says of windows is what happens: each delivery is looked at by them alone. */
class PlantedWindowsTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2023, 3, 31);

    private final ScenarioFixture fixture =
            new ScenarioFixture().documents(2_000).days("2023-03-01", "2023-03-31");
    private final AgencyCatalogue agencies = fixture.agencies;

    @Test
    void whatIsGivenToTheChannelInAnOutageComesWhenTheWindowEnds() {
        fixture.disturbances.outages = List.of(
                new Disturbances.Outage(number("H53"), null, null, FIRST.plusDays(5), FIRST.plusDays(8)),
                new Disturbances.Outage(null, Tier.CENTRAL_AGENCY, null, FIRST.plusDays(12), FIRST.plusDays(13)),
                new Disturbances.Outage(null, null, new Disturbances.Part(1, 5), FIRST.plusDays(7), FIRST.plusDays(9)),
                new Disturbances.Outage(null, null, null, FIRST.plusDays(20), FIRST.plusDays(20)));
        fixture.disturbances.drainS = 4 * 86_400;
        List<Window> windows = windows(Window.Kind.OUTAGE, 4);
        long[] held = new long[1];

        play(delivery -> {
            long at = occurredAt(delivery);
            boolean moved = true;
            while (moved) {
                long now = at;
                at = windows.stream()
                        .filter(window -> holds(window, delivery, now))
                        .mapToLong(Window::getUntilAt)
                        .max()
                        .orElse(now);
                moved = at != now;
            }
            assertThat(delivery.emittedAt).isEqualTo(at);
            held[0] += at == occurredAt(delivery) ? 0 : 1;
        });

        assertThat(held[0]).isGreaterThan(100);
    }

    @Test
    void whatIsSaidByAWrongClockIsWrongByAsMuchAsTheWindowSays() {
        fixture.disturbances.clocks = List.of(
                new Disturbances.Clock(number("H53"), FIRST.plusDays(3), FIRST.plusDays(9), 7_200),
                new Disturbances.Clock(number("H53"), FIRST.plusDays(10), FIRST.plusDays(12), 60),
                new Disturbances.Clock(number("G09"), FIRST, LAST, -86_400));
        List<Window> windows = windows(Window.Kind.CLOCK, 3);
        long[] wrong = new long[1];

        play(delivery -> {
            int aheadS = windows.stream()
                    .filter(window -> isIn(window, delivery.emittedAt) && names(window, agency(delivery)))
                    .mapToInt(Window::getAheadS)
                    .sum();
            assertThat(occurredAt(delivery) - delivery.emittedAt).isEqualTo(aheadS);
            wrong[0] += aheadS == 0 ? 0 : 1;
        });

        assertThat(wrong[0]).isGreaterThan(50);
    }

    @Test
    void noReceiverReportsInItsSilence() {
        fixture.exceptions = List.of(
                new AgencyException(number("H53"), FIRST.plusDays(5), FIRST.plusDays(11), true, null),
                new AgencyException(number("H01"), FIRST, LAST, false, ScenarioFixture.usual()));
        Window silence = windows(Window.Kind.SILENCE, 1).get(0);
        long[] before = new long[1];
        long[] after = new long[1];

        play(delivery -> {
            if (delivery.kind == Delivery.Kind.STATUS && names(silence, delivery.status.receiver)) {
                // a 13 is its sender's
                assertThat(delivery.status.reporter < 0 && isIn(silence, delivery.status.occurredAt))
                        .isFalse();
                before[0] += delivery.status.occurredAt < silence.getFromAt() ? 1 : 0;
                after[0] += delivery.status.occurredAt >= silence.getUntilAt() ? 1 : 0;
            }
        });

        assertThat(before[0]).isPositive();
        assertThat(after[0]).isPositive();
    }

    @Test
    void standInTheFirstHeaderThatALedgerHas() {
        Scenario scenario = Scenarios.read("silent-province");
        World world = new World(scenario, scenario.seed());
        Destination nowhere = new Destination(Cluster.of("127.0.0.1:1"), new Topics("none"), PreparedTopics.of(2));
        List<PartHeader> headers = new ArrayList<>();

        new LedgerTopic(nowhere, new RunIdentity(scenario, scenario.seed(), 1), 0, Optional.empty())
                .writeHeader(new Ledger(world), new SendCounts(), false, (key, value) -> headers.add(header(value)));

        assertThat(headers)
                .singleElement()
                .returns(ContractVersion.CURRENT, PartHeader::getContractVersion)
                .returns(
                        List.of(Window.newBuilder()
                                .setKind(Window.Kind.SILENCE)
                                .setFromAt(1_686_502_800) // 2023-06-12T00:00 in Vietnam
                                .setUntilAt(1_687_107_600) // 2023-06-19T00:00
                                .setAgency("H53")
                                .build()),
                        PartHeader::getWindowsList);
    }

    private static PartHeader header(byte[] value) {
        try {
            return TallyCodec.header(value);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record may be as large as a sketch: that is what topics are checked for. */
    @Test
    void aHeaderWithAsManyWindowsAsAScenarioMayHaveIsSmallerThanASketch() {
        Disturbances.Outage outage =
                new Disturbances.Outage(number("H53"), Tier.PROVINCE, new Disturbances.Part(999, 1_000), LAST, LAST);
        fixture.disturbances.outages = Collections.nCopies(1_000, outage);
        fixture.disturbances.clocks =
                Collections.nCopies(1_000, new Disturbances.Clock(number("H53"), FIRST, LAST, -30 * 86_400));
        fixture.exceptions = Collections.nCopies(1_000, new AgencyException(number("H53"), FIRST, LAST, true, null));

        int bytes = PartHeader.newBuilder()
                .addAllWindows(PlantedWindows.of(fixture.build()))
                .build()
                .getSerializedSize();

        assertThat(bytes).isLessThan(90_000);
    }

    private List<Window> windows(Window.Kind kind, int count) {
        List<Window> windows = new ArrayList<>(PlantedWindows.of(fixture.build()));
        assertThat(windows).hasSize(count).allMatch(window -> window.getKind() == kind);
        return windows;
    }

    private void play(Consumer<Delivery> to) {
        Scenario scenario = fixture.build();
        World world = new World(scenario, 7);
        Emission emission = new Emission(world, 0, 1, new Ledger(world));
        Delivery delivery = new Delivery();
        while (emission.next(delivery)) {
            to.accept(delivery);
        }
    }

    private boolean holds(Window window, Delivery delivery, long at) {
        int agency = agency(delivery);
        return isIn(window, at)
                && names(window, agency)
                && (!window.hasTier()
                        || window.getTier() == agencies.tier(agency).ordinal())
                && (window.getSources() == 0 || delivery.thread % window.getSources() == window.getSource());
    }

    private boolean names(Window window, int agency) {
        return window.getAgency().isEmpty() || agencies.level1(agency) == number(window.getAgency());
    }

    private static boolean isIn(Window window, long at) {
        return at >= window.getFromAt() && at < window.getUntilAt();
    }

    private static long occurredAt(Delivery delivery) {
        return delivery.kind == Delivery.Kind.DOCUMENT ? delivery.document.sentAt : delivery.status.occurredAt;
    }

    /** Who gives it to the channel. */
    private static int agency(Delivery delivery) {
        if (delivery.kind == Delivery.Kind.DOCUMENT) {
            return delivery.document.sender;
        }
        return delivery.status.reporter < 0 ? delivery.status.receiver : delivery.status.reporter;
    }

    private int number(String code) {
        return agencies.number(code);
    }
}
