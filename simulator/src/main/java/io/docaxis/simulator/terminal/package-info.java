/**
 * What this process writes to: a terminal or not, how wide, in which characters; and the line that says how far a command has come.
 */
package io.docaxis.simulator.terminal;
