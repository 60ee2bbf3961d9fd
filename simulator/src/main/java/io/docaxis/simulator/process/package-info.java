/**
 * This program as further processes, which can be started, signalled and killed, what they use of the machine, and what anyone sees
 * of the cluster that they work on.
 */
package io.docaxis.simulator.process;
