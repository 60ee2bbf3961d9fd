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
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.TopicRecords;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdict bites: what was changed behind the program's back is found, and found again as it was once put back. */
class TamperedTallyIT {

    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    @TempDir
    private Path results;

    @Test
    void differsOnceOneRecordOfTheTallyIsDeletedOrChanged() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, Assertions::fail)) {
            String servers = broker.bootstrapServers();
            try (ProgramProcess run =
                    ProgramProcess.start("run", "quiet-day", "--documents", "300", "--bootstrap-servers", servers)) {
                assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.EXACT);
            }
            Cluster cluster = Cluster.of(servers);
            ConsumerRecord<byte[], byte[]> cell = lastCell(cluster, TamperedTallyIT::isProofOnTime);

            write(cluster, cell.key(), null);
            try (ProgramProcess verify =
                    ProgramProcess.start("verify", "--bootstrap-servers", servers, "--timeout", Commands.LONG)) {
                assertThat(verify.exitCode()).as(verify.out() + verify.err()).isEqualTo(ExitCode.DIFFERS);
                assertThat(verify.out())
                        .contains("verdict: differs", "1 of ", "cells differ, in no obligation:")
                        .containsPattern(
                                "acknowledge on time, [GH]\\d\\d and below, 2023-03: expected \\d+, found \\d+");
            }

            write(cluster, cell.key(), cell.value());

            ConsumerRecord<byte[], byte[]> late = lastCell(cluster, TamperedTallyIT::isOfOneLate);
            write(cluster, late.key(), lateByTwice(late.value()));
            try (ProgramProcess verify = ProgramProcess.start(
                    "verify",
                    "--bootstrap-servers",
                    servers,
                    "--timeout",
                    Commands.LONG,
                    "--results",
                    results.toString())) {
                assertThat(verify.exitCode()).as(verify.out() + verify.err()).isEqualTo(ExitCode.DIFFERS);
                assertThat(verify.out())
                        .containsPattern(
                                "acknowledge late, [GH]\\d\\d: \\d+ as expected, but \\d+ late by \\d+ to \\d+ s");
                assertThat(Files.readString(results.resolve("result.json")))
                        .containsPattern("\"name\" : \"acknowledge late, [GH]\\d\\d\"");
            }

            write(cluster, late.key(), late.value());
            try (ProgramProcess verify =
                    ProgramProcess.start("verify", "--bootstrap-servers", servers, "--timeout", Commands.LONG)) {
                assertThat(verify.exitCode()).as(verify.out() + verify.err()).isEqualTo(ExitCode.EXACT);
            }
        }
    }

    /** Which records are meant. */
    private interface Wanted {
        boolean is(TallyKey key, CellValue value);
    }

    /** A record that is wanted, and that no later record replaces. */
    private static ConsumerRecord<byte[], byte[]> lastCell(Cluster cluster, Wanted wanted) throws Exception {
        Map<ByteBuffer, ConsumerRecord<byte[], byte[]>> newest = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> read : TopicRecords.read(cluster, TOPICS.tally())) {
            newest.put(ByteBuffer.wrap(read.key()), read);
        }
        for (ConsumerRecord<byte[], byte[]> record : newest.values()) {
            TallyKey key = TallyCodec.key(record.key());
            if (key.getWhatCase() == TallyKey.WhatCase.CELL && wanted.is(key, CellValue.parseFrom(record.value()))) {
                return record;
            }
        }
        throw new AssertionError("no such cell in the tally");
    }

    private static boolean isProofOnTime(TallyKey key, CellValue value) {
        return CellKey.rollup(key.getCell()) == Rollup.PROOF
                && CellKey.obligation(key.getCell()) == Obligation.ACKNOWLEDGE
                && CellKey.outcome(key.getCell()) == Outcome.ON_TIME
                && value.getCount() > 0;
    }

    private static boolean isOfOneLate(TallyKey key, CellValue value) {
        return CellKey.rollup(key.getCell()) == Rollup.AGENCY
                && CellKey.obligation(key.getCell()) == Obligation.ACKNOWLEDGE
                && CellKey.outcome(key.getCell()) == Outcome.LATE
                && value.getCount() == 1;
    }

    /** Only how lateness is spread is another: it stands a bucket further. */
    private static byte[] lateByTwice(byte[] value) throws Exception {
        CellValue before = CellValue.parseFrom(value);
        return before.toBuilder()
                .clearHistogram()
                .addHistogram(0)
                .addAllHistogram(before.getHistogramList())
                .build()
                .toByteArray();
    }

    private static void write(Cluster cluster, byte[] key, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(cluster.client(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPICS.tally(), key, value));
        }
    }
}
