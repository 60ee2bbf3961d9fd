package io.docaxis.producer.publish;

import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Excerpt;

/** The plan, played again without sending: of what was delivered of it, it is the witness. */
final class PlayedAgain {

    private PlayedAgain() {}

    /** The ledger of what a source delivered: about half a second for a million events. */
    static Ledger ledger(Excerpt played, int source, int sources) {
        Ledger ledger = new Ledger(played);
        Emission emission = new Emission(played.world(), source, sources, ledger);
        Delivery delivery = new Delivery();
        while (emission.next(delivery)) {
            // the ledger takes note
        }
        return ledger;
    }
}
