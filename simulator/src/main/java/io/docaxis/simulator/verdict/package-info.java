/**
 * What is expected against what was concluded: are both complete, do the books balance, which cells and obligations differ? Pure. Start
 * reading at {@link io.docaxis.simulator.verdict.Verdict}.
 */
package io.docaxis.simulator.verdict;
