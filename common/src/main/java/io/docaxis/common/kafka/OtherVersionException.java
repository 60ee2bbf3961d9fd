package io.docaxis.common.kafka;

import io.docaxis.common.event.ContractVersion;

/** A topic holds records of another version of the event contract. */
public final class OtherVersionException extends ClusterException {
    private static final long serialVersionUID = 1L;

    /** What a user can do about it. */
    public static final String ADVICE = "play the run anew with --fresh, or use another --prefix";

    /** @param version of the records in a topic */
    public OtherVersionException(String topic, int version) {
        super("topic '" + topic + "' is of version " + version
                + " of the event contract, and this docaxis is of version " + ContractVersion.CURRENT + ": " + ADVICE);
    }
}
