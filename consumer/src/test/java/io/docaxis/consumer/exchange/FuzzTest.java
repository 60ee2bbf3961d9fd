package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Counter;
import io.docaxis.consumer.state.EntryWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Damaged records: nothing is thrown, everything is counted. */
class FuzzTest {

    private static final int HEADER = 5;

    @Test
    void countsEveryDamagedRecord() {
        long damaged = 0;
        long resealed = 0;
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            var deliveries = RandomStream.disturbed(RandomStream.world(seed, 40, 12), seed, 4 * RandomStream.DAY_S, 10);
            List<byte[]> log = new ArrayList<>();
            for (byte[] record : RandomStream.records(deliveries, Rules.DEFAULT)) {
                log.add(record);
                if (random.nextInt(3) == 0) {
                    log.add(damage(record.clone(), random, false));
                    damaged++;
                } else if (random.nextInt(3) == 0 && log.size() > 1) {
                    log.add(damage(record.clone(), random, true));
                    resealed++;
                }
            }
            Partition partition = new Partition();
            partition.applyAll(log);
            // whatever sequence a damaged record claimed, this end comes after it
            Source last = new Source(0);
            last.skipTo(Long.MAX_VALUE - 1);
            partition.apply(last.ended(Source.ENDS_AT));
            assertThat(partition.exchange.progress().ended()).isTrue();
            assertThat(partition.counted())
                    .as("seed " + seed)
                    .isEqualTo(partition.state.progress().recordsRead())
                    .isEqualTo(log.size() + 1L);
            assertThat(partition.deadLetters).hasSize((int) (partition.count(Counter.DEAD_LETTER_CHECKSUM)
                    + partition.count(Counter.DEAD_LETTER_MALFORMED)
                    + partition.count(Counter.DEAD_LETTER_NO_RECEIVER)
                    + partition.count(Counter.DEAD_LETTER_STRAY)
                    + partition.count(Counter.DEAD_LETTER_UNKNOWN_KIND)));
            partition.drain(new EntryWriter() {
                @Override
                public void put(byte[] key, byte[] value) {
                    assertThat(value).isNotNull();
                }

                @Override
                public void delete(byte[] key) {
                    assertThat(key).isNotEmpty();
                }
            });
        }
        System.out.println(
                "damaged records: " + damaged + " as they were, " + resealed + " with their checksum made good");
    }

    /** EntryWriter, drops or adds bytes; resealed: with the checksum made good again, so that the content is judged. */
    private static byte[] damage(byte[] record, Random random, boolean reseal) {
        byte[] bytes = switch (random.nextInt(6)) {
            case 0 -> java.util.Arrays.copyOf(record, random.nextInt(record.length + 1));
            case 1 -> java.util.Arrays.copyOf(record, record.length + random.nextInt(9));
            default -> record;
        };
        int flips = 1 + random.nextInt(4);
        for (int i = 0; i < flips && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        if (reseal && bytes.length > HEADER) {
            CRC32C crc = new CRC32C();
            crc.update(bytes, HEADER, bytes.length - HEADER);
            bytes[0] = 13;
            for (int i = 0; i < 4; i++) {
                bytes[1 + i] = (byte) (crc.getValue() >>> 8 * i);
            }
        }
        return bytes;
    }

    @Test
    void damagedCopiesChangeNothingElse() {
        var deliveries = RandomStream.disturbed(RandomStream.world(3, 60, 12), 3, 4 * RandomStream.DAY_S, 10);
        List<byte[]> clean = RandomStream.records(deliveries, Rules.DEFAULT);
        Partition without = new Partition();
        without.applyAll(clean);
        Partition with = new Partition();
        for (byte[] record : clean) {
            byte[] copy = record.clone();
            copy[copy.length - 1] ^= 0x10;
            with.apply(copy);
            with.apply(record);
        }
        assertThat(Partition.outcomes(with.tally())).isEqualTo(Partition.outcomes(without.tally()));
        assertThat(with.count(Counter.DEAD_LETTER_STRAY)).isEqualTo(clean.size());
        assertThat(with.count(Counter.APPLIED)).isEqualTo(without.count(Counter.APPLIED));
    }
}
