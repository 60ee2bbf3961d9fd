package io.docaxis.producer.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is packed on its way to Kafka takes what fits, to the last value, and refuses the first that does not. */
class PackingTest {

    /** A part, the highest value that fits, and the bits that it takes. */
    record Part(String name, long most, LongUnaryOperator packed) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Part> parts() {
        return List.of(
                new Part("time of a delivery", (1L << 44) - 1, v -> ThreadDeliveries.packed(v, 0, 0)),
                new Part("ordinal of a delivery", 0xFFFF, v -> ThreadDeliveries.packed(0, (int) v, 0)),
                new Part("form of a delivery", 7, v -> ThreadDeliveries.packed(0, 0, (int) v)),
                new Part("ordinal of a detail", 0xFFFF, v -> PackedDelivery.detail((int) v, 0, 0)),
                new Part("form of a detail", 7, v -> PackedDelivery.detail(0, (int) v, 0)),
                new Part("code of a detail", 511, v -> PackedDelivery.detail(0, 0, (int) v)),
                new Part("document of a status", 1023, v -> PackedDelivery.subject(-1, (int) v, 0)),
                new Part("receiver of a status", (1 << 18) - 1, v -> PackedDelivery.subject(-1, 0, (int) v)),
                new Part("thread of a link", (1L << 34) - 1, PackingTest::threadOfALink),
                new Part("detail of a link", (1 << 28) - 1, PackingTest::detailOfALink));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void takesTheHighestValueAndRefusesTheNext(Part part) {
        assertThat(Long.bitCount(part.packed.applyAsLong(part.most))).isEqualTo(Long.bitCount(part.most));
        for (long value : new long[] {part.most + 1, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> part.packed.applyAsLong(value))
                    .withMessageContaining("want 0 to " + part.most);
        }
    }

    private static long threadOfALink(long thread) {
        DeliveryChains links = new DeliveryChains(0);
        int link = links.takeBefore(DeliveryChains.NONE, 0, thread, 0, 0, (1 << 28) - 1);
        assertThat(links.detail(link)).isEqualTo((1 << 28) - 1);
        return links.thread(link);
    }

    private static long detailOfALink(long detail) {
        DeliveryChains links = new DeliveryChains(0);
        int link = links.takeBefore(DeliveryChains.NONE, 0, (1L << 34) - 1, 0, 0, (int) detail);
        assertThat(links.thread(link)).isEqualTo((1L << 34) - 1);
        return links.detail(link);
    }
}
