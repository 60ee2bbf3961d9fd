package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.proto.CellValue;
import io.docaxis.common.tally.proto.TallyKey;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.outside.ProgramRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The verdict bites: what was changed behind the program's back is found, and found again as it was once put back. */
class TamperedTallyIT {

    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    @Test
    void differsOnceOneRecordOfTheTallyIsDeleted() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, Assertions::fail)) {
            String servers = broker.bootstrapServers();
            try (ProgramRun run =
                    ProgramRun.start("run", "quiet-day", "--documents", "300", "--bootstrap-servers", servers)) {
                assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.EXACT);
            }
            Cluster cluster = Cluster.of(servers);
            ConsumerRecord<byte[], byte[]> cell = lastProofCell(cluster);

            write(cluster, cell.key(), null);
            try (ProgramRun verify =
                    ProgramRun.start("verify", "--bootstrap-servers", servers, "--timeout", Commands.LONG)) {
                assertThat(verify.exitCode()).as(verify.out() + verify.err()).isEqualTo(ExitCode.DIFFERS);
                assertThat(verify.out())
                        .contains("verdict: differs", "1 of ", "cells differ, in no obligation:")
                        .containsPattern(
                                "acknowledge on time, [GH]\\d\\d and below, 2023-03: expected \\d+, found \\d+");
            }

            write(cluster, cell.key(), cell.value());
            try (ProgramRun verify =
                    ProgramRun.start("verify", "--bootstrap-servers", servers, "--timeout", Commands.LONG)) {
                assertThat(verify.exitCode()).as(verify.out() + verify.err()).isEqualTo(ExitCode.EXACT);
            }
        }
    }

    /** The newest record of some cell of acknowledgements on time, which no later record replaces. */
    private static ConsumerRecord<byte[], byte[]> lastProofCell(Cluster cluster) throws Exception {
        TopicPartition partition = new TopicPartition(TOPICS.tally(), 0);
        ConsumerRecord<byte[], byte[]> last = null;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                cluster.client(Map.of("isolation.level", "read_committed")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> read : consumer.poll(Duration.ofSeconds(1))) {
                    if (isProofOnTime(read)) {
                        last = read;
                    }
                }
            }
        }
        return last;
    }

    private static boolean isProofOnTime(ConsumerRecord<byte[], byte[]> read) throws Exception {
        TallyKey key = TallyCodec.key(read.key());
        return key.getWhatCase() == TallyKey.WhatCase.CELL
                && CellKey.rollup(key.getCell()) == Rollup.PROOF
                && CellKey.obligation(key.getCell()) == Obligation.ACKNOWLEDGE
                && CellKey.outcome(key.getCell()) == Outcome.ON_TIME
                && CellValue.parseFrom(read.value()).getCount() > 0;
    }

    private static void write(Cluster cluster, byte[] key, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(cluster.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPICS.tally(), key, value));
        }
    }
}
