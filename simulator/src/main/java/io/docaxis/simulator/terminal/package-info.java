/**
 * Standard output and error: terminal or not, width, character set, and the line that shows a command's progress.
 */
package io.docaxis.simulator.terminal;
