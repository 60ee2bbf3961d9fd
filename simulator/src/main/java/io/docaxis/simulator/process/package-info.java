/**
 * This program as child processes that are started, signalled and killed; their use of the machine; and their cluster, seen from
 * outside.
 */
package io.docaxis.simulator.process;
