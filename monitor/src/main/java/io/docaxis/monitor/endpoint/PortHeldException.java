package io.docaxis.monitor.endpoint;

/** Something else listens on the management port that was asked for. */
public final class PortHeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortHeldException(int port, Throwable cause) {
        super(
                "management port " + port
                        + " is held by another process; choose another, or leave it out for a free one",
                cause);
    }
}
