package io.docaxis.simulator.drill;

/** An attempt that did not come to its end: something took for ever, or died that nobody killed. */
final class DrillFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DrillFailure(String message) {
        super(message);
    }
}
