/**
 * The command line: every command with its options, what is refused before anything starts, and the exit codes. Start reading at {@link
 * io.docaxis.simulator.command.DocaxisCommand}.
 */
package io.docaxis.simulator.command;
