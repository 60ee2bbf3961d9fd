/**
 * Errors planted in a pipeline from outside, while the program that is shipped runs as it is: does the verdict find them, and
 * nothing else? Start reading at {@link io.docaxis.simulator.selftest.SelfTest}; {@code docs/drills.md} describes each trick.
 */
package io.docaxis.simulator.selftest;
