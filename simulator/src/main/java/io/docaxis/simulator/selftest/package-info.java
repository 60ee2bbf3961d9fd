/**
 * Errors planted in a pipeline from outside, with the program as it is shipped: does the verdict find them, and nothing else? Start reading at {@link io.docaxis.simulator.selftest.SelfTest}; {@code docs/drills.md} describes each trick.
 */
package io.docaxis.simulator.selftest;
