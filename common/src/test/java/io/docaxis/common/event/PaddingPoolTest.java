package io.docaxis.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaddingPoolTest {

    private static final int LENGTH = PaddingPool.LENGTH;

    @Test
    void theSameSeedMakesTheSameBytes() {
        assertThat(all(PaddingPool.random(7))).isEqualTo(all(PaddingPool.random(7)));
        assertThat(all(PaddingPool.random(7))).isNotEqualTo(all(PaddingPool.random(8)));
        assertThat(all(PaddingPool.text(7))).isNotEqualTo(all(PaddingPool.text(8)));
        assertThat(all(PaddingPool.printable(7))).isNotEqualTo(all(PaddingPool.printable(8)));
    }

    @Test
    void whatComesInPiecesIsWhatComesAtOnce() {
        PaddingPool pool = PaddingPool.random(1);
        byte[] atOnce = new byte[3000];
        pool.copy(LENGTH - 1500, atOnce, 0, 3000);
        byte[] inPieces = new byte[3000];
        pool.copy(LENGTH - 1500, inPieces, 0, 1499);
        pool.copy(LENGTH - 1, inPieces, 1499, 2);
        pool.copy(LENGTH + 1L, inPieces, 1501, 1499);

        assertThat(inPieces).isEqualTo(atOnce);
    }

    @Test
    void afterTheLastByteComesTheFirst() {
        PaddingPool pool = PaddingPool.random(1);
        byte[] twice = new byte[2 * LENGTH + 5];
        pool.copy(0, twice, 0, twice.length);

        assertThat(Arrays.equals(twice, 0, LENGTH, twice, LENGTH, 2 * LENGTH)).isTrue();
        assertThat(Arrays.equals(twice, 0, 5, twice, 2 * LENGTH, 2 * LENGTH + 5))
                .isTrue();
    }

    @Test
    void printableCharactersAndWordsNeedNoEscapeInJson() {
        for (PaddingPool pool : List.of(PaddingPool.printable(3), PaddingPool.text(3))) {
            byte[] bytes = all(pool);
            for (byte each : bytes) {
                assertThat(each >= ' ' && each <= '~' && each != '"' && each != '\\')
                        .as("character %d", each)
                        .isTrue();
            }
        }
    }

    @Test
    void printableCharactersAreAllThereAreAndAboutAsMany() {
        int[] counts = new int[128];
        for (byte each : all(PaddingPool.printable(3))) {
            counts[each]++;
        }
        List<Integer> there =
                Arrays.stream(counts).filter(count -> count > 0).boxed().toList();
        assertThat(there).hasSize(93).allMatch(count -> Math.abs(count - LENGTH / 93) < LENGTH / 93 / 10);
    }

    @Test
    void wordsAreWords() {
        String text = new String(all(PaddingPool.text(3)), 0, 1000, StandardCharsets.US_ASCII);
        assertThat(text).matches("([a-z]+ )+[a-z]*");
    }

    private static byte[] all(PaddingPool pool) {
        byte[] bytes = new byte[LENGTH];
        pool.copy(0, bytes, 0, LENGTH);
        return bytes;
    }
}
