/**
 * What a run came to: {@code Verification} follows its ledger and tally until both are final; {@code RunReport} is all that is then
 * shown on the screen and written to files.
 */
package io.docaxis.simulator.result;
