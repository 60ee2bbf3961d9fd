package io.docaxis.monitor.health;

/**
 * The health that is shown: one that comes before it in the order replaces it at once, any other only after {@value #LEAVES} looks
 * without it. What held before a silence and holds after it has held all along.
 */
final class HeldHealth {

    static final int LEAVES = 3;

    private Diagnosis shown;
    private Diagnosis beforeSilence;
    private int without;

    /**
     * Takes in what a look says.
     *
     * @param found its own since is the look's wall clock
     */
    Diagnosis settle(Diagnosis found) {
        if (shown == null || shown.health() == Health.LEARNING || comesBefore(found.health(), shown.health())) {
            enter(found);
        } else if (found.health() == shown.health()) {
            without = 0;
            shown = since(found, shown.sinceMs());
        } else if (++without >= LEAVES) {
            enter(found);
        }
        return shown;
    }

    private void enter(Diagnosis found) {
        without = 0;
        if (found.health() == Health.UNKNOWN) {
            beforeSilence = shown;
            shown = found;
        } else if (shown != null && shown.health() == Health.UNKNOWN && beforeSilence != null) {
            shown = found.health() == beforeSilence.health() ? since(found, beforeSilence.sinceMs()) : found;
            beforeSilence = null;
        } else {
            shown = shown != null && shown.health() == found.health() ? since(found, shown.sinceMs()) : found;
        }
    }

    private static boolean comesBefore(Health one, Health other) {
        return one.compareTo(other) < 0;
    }

    private static Diagnosis since(Diagnosis found, long sinceMs) {
        return new Diagnosis(found.health(), sinceMs, found.partition(), found.figures(), found.why(), found.advice());
    }
}
