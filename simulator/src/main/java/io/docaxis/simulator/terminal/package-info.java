/**
 * What this process writes to: a terminal or not, how wide, in which characters; and the one line of it that is written over.
 */
package io.docaxis.simulator.terminal;
