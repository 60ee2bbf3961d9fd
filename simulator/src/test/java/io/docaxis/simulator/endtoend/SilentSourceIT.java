package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.kafka.topic.TallyTopic;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Stage;
import io.docaxis.simulator.process.TopicRecords;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In a live run whose only source is killed, what is due is announced by the wall clock; resumed, the run ends exactly. */
class SilentSourceIT {

    private static final Topics TOPICS = new Topics("silent");
    private static final long CLOSING = at("17:00");
    /** The machine may be busy; on an idle one it is below two seconds. */
    private static final double MOST_S = 20;

    @Test
    void announcesWhatIsDueThoughItsSourceIsDead() throws Exception {
        play("16:58", "16:59");
    }

    /** As long as in the documents. */
    @Test
    @Tag("slow")
    void announcesWhatIsDueMinutesAfterItsSourceDied() throws Exception {
        play("16:50", "16:55");
    }

    private static void play(String beginAt, String killedAt) throws Exception {
        try (Stage stage = Stage.open()) {
            new TopicSetup(stage.cluster(), TOPICS).ensure(3);
            stage.startOn(TOPICS, "consume", "--paced");
            Waiting.until("a consumer with its partitions", () -> stage.view().assigned(TOPICS.group()) == 3);
            ProgramProcess first = produce(stage, beginAt);
            Waiting.until(
                    "the run's anchor", () -> first.isRunning() && header(stage).hasLive());
            Live live = header(stage).getLive();
            assertThat(live.getSpeed()).isEqualTo(10_000);
            assertThat(live.getSimulatedS()).isEqualTo(at(beginAt));
            long killMs = wallMs(live, at(killedAt));
            Waiting.until("the moment to kill the source", () -> System.currentTimeMillis() >= killMs);
            first.kill();
            long announceableMs = wallMs(live, CLOSING + live.getAllowanceS());

            Waiting.until("an overdue to be announced", () -> !overdue(stage).isEmpty());
            long readMs = System.currentTimeMillis();

            ConsumerRecord<byte[], byte[]> record = overdue(stage).get(0);
            Lateness announced = Lateness.parseFrom(record.value());
            double afterS = (readMs - announceableMs) / 1000.0;
            System.out.printf(
                    "killed at %s, due at 17:00: announced, and read, %.2f s after L less the allowance passed it; the record's own time"
                            + " is %.2f s after%n",
                    killedAt, afterS, (record.timestamp() - announceableMs) / 1000.0);
            assertThat(announced.getWatermark()).isLessThan(CLOSING);
            assertThat(announced.getAnnouncedUntil()).isGreaterThan(CLOSING);
            assertThat(afterS).isBetween(0.0, MOST_S);

            ProgramProcess second = produce(stage, beginAt, "--resume", "--until", "2023-03-06 17:02");
            assertThat(second.exitCode()).as(second.out() + second.err()).isEqualTo(ExitCode.EXACT);
            assertThat(second.out()).contains(" were there already)", ", to 2023-03-06 17:02; ");
            assertThat(header(stage).getLive()).isEqualTo(live);
            ProgramProcess verify = stage.startOn(TOPICS, "verify");
            assertThat(verify.exitCode()).as(verify.out() + verify.err()).isEqualTo(ExitCode.EXACT);
        }
    }

    private static ProgramProcess produce(Stage stage, String beginAt, String... further) {
        List<String> line = new ArrayList<>(
                List.of("produce", "quiet-day", "--live", "--begin-at", "2023-03-06 " + beginAt, "--speed", "10x"));
        line.addAll(List.of(further));
        return stage.startOn(TOPICS, line.toArray(String[]::new));
    }

    private static PartHeader header(Stage stage) {
        try (TallyTopic ledger = new TallyTopic(stage.cluster(), TOPICS.ledger())) {
            TallyReader reader = ledger.readToEnd();
            return reader.headers(reader.lastRun()).getOrDefault(0, PartHeader.getDefaultInstance());
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> overdue(Stage stage) {
        return TopicRecords.read(stage.cluster(), TOPICS.lateness()).stream()
                .filter(record -> isOverdueAtClosing(record.value()))
                .toList();
    }

    private static boolean isOverdueAtClosing(byte[] value) {
        try {
            Lateness announced = Lateness.parseFrom(value);
            return announced.getKind() == Lateness.Kind.OVERDUE && announced.getDeadline() == CLOSING;
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static long wallMs(Live live, long simulatedAt) {
        return live.getWallMs() + (simulatedAt - live.getSimulatedS()) * 1_000_000 / live.getSpeed();
    }

    /** On the first day of the story, Vietnam's time. */
    private static long at(String time) {
        return LocalDateTime.parse("2023-03-06T" + time).toEpochSecond(ZoneOffset.ofHours(7));
    }
}
