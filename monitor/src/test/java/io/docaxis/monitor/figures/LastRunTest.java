package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ReportKind;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LastRunTest {

    private static final AgencyCatalogue AGENCIES = AgencyCatalogue.level1();
    private static final int PARTS = 3;
    private static final int FIRST_DAY = 19_400;
    private static final int DAYS = 5;

    private final LastRun lastRun = new LastRun();
    private final TallyReader reader = new TallyReader(lastRun);
    /** What agencies said, by part. */
    private AgencyReports[] published;

    /** Two runs, one after the other; looked at now and then, from before the first header on. */
    @Test
    void keepsTheSumsThatAddingUpGives() {
        Random random = new Random(1);
        for (long run = 1; run <= 2; run++) {
            Tally[] parts = {new Tally(), new Tally(), new Tally()};
            published = new AgencyReports[] {new AgencyReports(), new AgencyReports(), new AgencyReports()};
            AgencyReports[] said = {new AgencyReports(), new AgencyReports(), new AgencyReports()};
            for (int step = 0; step < 300; step++) {
                int part = random.nextInt(PARTS);
                change(parts[part], random);
                report(parts[part], said[part], random);
                published[part] = new AgencyReports(said[part]);
                publish(run, part, parts[part], step > 20);
                if (random.nextInt(5) == 0) {
                    assertSums(run);
                }
            }
            assertThat(lastRun.snapshot(reader, 0).documents()).isPositive();
        }
    }

    private void assertSums(long run) {
        TallySnapshot kept = lastRun.snapshot(reader, 0);
        if (!kept.isKnown()) {
            return;
        }
        TallySums added = new TallySums();
        reader.forEachCell(run, cell -> added.add(cell.key(), cell.count(), cell.fingerprint(), AGENCIES));
        assertThat(kept.documents()).isEqualTo(added.documents());
        assertThat(kept.dispatches()).isEqualTo(added.dispatches());
        for (int agency = 0; agency < AgencyCatalogue.level1Count(); agency++) {
            for (Outcome outcome : Outcome.values()) {
                assertThat(kept.ofAgency(agency, Obligation.RESPOND, outcome))
                        .isEqualTo(kept.obligations(agency, Obligation.RESPOND, outcome));
            }
            assertThat(kept.overdueFingerprint(agency, Obligation.RESPOND))
                    .isEqualTo(added.overdueFingerprint(agency, Obligation.RESPOND));
            for (int day = FIRST_DAY; day < FIRST_DAY + DAYS; day++) {
                assertThat(kept.reports().received(agency, day, day + 1)).isEqualTo(received(agency, day));
            }
        }
        for (Counter counter : Counter.values()) {
            assertThat(kept.count(counter)).isEqualTo(added.count(counter));
        }
        for (Outcome outcome : Outcome.values()) {
            for (Tier tier : Tier.values()) {
                assertThat(kept.obligations(Obligation.RESPOND, outcome, tier))
                        .isEqualTo(added.obligations(Obligation.RESPOND, outcome, tier));
            }
        }
    }

    /** What was read is what it was; what is read on is another look's. */
    @Test
    void aSnapshotStaysAsItIs() {
        Tally tally = new Tally();
        tally.count(Counter.APPLIED, 2);
        publish(1, 0, tally, true);
        TallySnapshot before = lastRun.snapshot(reader, 0);
        tally.count(Counter.APPLIED, 5);
        publish(1, 0, tally, true);
        assertThat(before.count(Counter.APPLIED)).isEqualTo(2);
        assertThat(lastRun.snapshot(reader, 0).count(Counter.APPLIED)).isEqualTo(7);
    }

    private static void report(Tally tally, AgencyReports said, Random random) {
        int agency = random.nextInt(AgencyCatalogue.level1Count());
        ReportKind kind = ReportKind.of(random.nextInt(ReportKind.values().length));
        int day = FIRST_DAY + random.nextInt(DAYS);
        tally.report(agency, kind, day);
        said.add(agency, kind, day, 1);
    }

    private long received(int agency, int day) {
        return Arrays.stream(published)
                .mapToLong(said -> said.received(agency, day, day + 1))
                .sum();
    }

    private static void change(Tally tally, Random random) {
        Conclusion conclusion = new Conclusion()
                .about(random.nextInt(1_000), 0, random.nextInt(88), 0, 0)
                .obligation(Obligation.RESPOND, random.nextInt(88), 19_000)
                .outcome(Outcome.of(random.nextInt(5)), 500, 0);
        tally.conclude(random.nextBoolean() ? 1 : -1, AGENCIES, conclusion);
        tally.document(AGENCIES, conclusion, 19_000, 100);
        tally.dispatch(AGENCIES, conclusion.thread, 0, conclusion.receiver, 19_000);
        tally.count(Counter.of(random.nextInt(10)), 1);
    }

    private void publish(long run, int part, Tally tally, boolean withHeader) {
        tally.takeChanged(
                Tally.PUBLISHED, cell -> reader.read(TallyCodec.cellKey(run, part, cell.key()), TallyCodec.cell(cell)));
        if (withHeader) {
            reader.read(
                    TallyCodec.headerKey(run, part),
                    PartHeader.newBuilder()
                            .setContractVersion(ContractVersion.CURRENT)
                            .setParts(PARTS)
                            .build()
                            .toByteArray());
        }
    }
}
