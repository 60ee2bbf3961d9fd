package io.docaxis.simulator.drill;

import java.util.List;

/** What {@code drill.json} says of an attempt that came to its end, and of one that did not. */
public final class SampleDrill {

    private SampleDrill() {}

    public static String json() {
        return DrillJson.of(List.of(DrillTextTest.EXACT, DrillTextTest.ENDLESS), Score.NO_END, 1, 30_000);
    }
}
