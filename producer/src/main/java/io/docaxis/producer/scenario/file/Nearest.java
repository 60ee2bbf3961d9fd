package io.docaxis.producer.scenario.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what someone probably meant to write. */
public final class Nearest {

    /** Longer words are nobody's slip, and take long to compare. */
    private static final int LONGEST = 64;

    private Nearest() {}

    /** A suggestion to add to a message, or nothing if no known word comes near. */
    public static String hint(String written, Collection<String> known) {
        return to(written, known).map(word -> "; did you mean '" + word + "'?").orElse("");
    }

    /** The known word with the fewest letters changed, if that is under half of them; the first of equals. */
    public static Optional<String> to(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(word -> 2 * distance(written, word) <= Math.max(written.length(), word.length()))
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** Least number of letters to insert, delete, replace or exchange with the next (Levenshtein, Damerau). */
    public static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (isExchanged(a, i, b, j)) {
                    row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private static boolean isExchanged(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
