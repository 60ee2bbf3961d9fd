package io.docaxis.producer.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what someone probably meant to write. */
final class Nearest {

    private Nearest() {}

    /** A suggestion to add to a message, or nothing if no known word comes near. */
    static String hint(String written, Collection<String> known) {
        return to(written, known).map(word -> "; did you mean '" + word + "'?").orElse("");
    }

    /** The known word with the fewest letters changed, if that is under half of them; the first of equals. */
    static Optional<String> to(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> 2 * distance(written, word) <= Math.max(written.length(), word.length()))
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** Least number of letters to insert, delete or replace (Levenshtein). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
