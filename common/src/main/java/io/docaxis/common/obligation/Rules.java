package io.docaxis.common.obligation;

/**
 * The settings of the obligations; a run carries them in its first record.
 *
 * @param horizonS seconds after which a record is too late and a settled dispatch forgotten
 * @param finalAfterWorkingDays working days after its deadline on which an overdue obligation is final
 * @param sendByEndOfDay <em>send</em> is due at closing time of the next working day (NĐ30 18.1), not at noon (QĐ28 6.2)
 * @param arrivalAcknowledges whether status 01, a machine's notice, fulfils <em>acknowledge</em>
 * @param urgentS clock seconds for <em>send</em> and <em>acknowledge</em> of urgent documents (an assumption: law says "at once")
 * @param veryUrgentS the same for very urgent documents
 * @param expressS the same for express documents
 */
public record Rules(
        long horizonS,
        int finalAfterWorkingDays,
        boolean sendByEndOfDay,
        boolean arrivalAcknowledges,
        int urgentS,
        int veryUrgentS,
        int expressS) {

    public static final Rules DEFAULT = new Rules(7 * 86_400, 60, false, false, 4 * 3600, 2 * 3600, 3600);

    /** @throws IllegalArgumentException if a time is not above 0 */
    public Rules {
        if (horizonS <= 0 || finalAfterWorkingDays <= 0 || urgentS <= 0 || veryUrgentS <= 0 || expressS <= 0) {
            throw new IllegalArgumentException("rules: every time must be above 0: horizon " + horizonS
                    + " s, final after " + finalAfterWorkingDays + " working days, urgent " + urgentS
                    + " s, very urgent " + veryUrgentS + " s, express " + expressS + " s");
        }
    }
}
