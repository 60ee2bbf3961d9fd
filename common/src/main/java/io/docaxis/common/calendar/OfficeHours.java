package io.docaxis.common.calendar;

/**
 * Office time of a working day, in seconds of the local day.
 *
 * <p>Default 08:00–12:00 and 13:00–17:00: an assumption; the law says five days of eight hours.
 */
public record OfficeHours(int morningOpensS, int morningClosesS, int afternoonOpensS, int afternoonClosesS) {

    public static final OfficeHours DEFAULT = new OfficeHours(8 * 3600, 12 * 3600, 13 * 3600, 17 * 3600);

    /** @throws IllegalArgumentException unless the four stand in this order within one day */
    public OfficeHours {
        if (morningOpensS < 0
                || morningClosesS <= morningOpensS
                || afternoonOpensS < morningClosesS
                || afternoonClosesS <= afternoonOpensS
                || afternoonClosesS > 86_400) {
            throw new IllegalArgumentException("office hours " + morningOpensS + "-" + morningClosesS + ", "
                    + afternoonOpensS + "-" + afternoonClosesS + " s: want rising times within one day");
        }
    }

    /** Office seconds of a day. */
    public int lengthS() {
        return morningClosesS - morningOpensS + afternoonClosesS - afternoonOpensS;
    }

    /** The second of the day at which that number of office seconds has passed; {@code 0 <= officeS <= lengthS()}. */
    public int secondOfDay(int officeS) {
        int morning = morningClosesS - morningOpensS;
        return officeS < morning ? morningOpensS + officeS : afternoonOpensS + officeS - morning;
    }
}
