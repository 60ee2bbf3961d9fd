/** How cost, memory and the time of a restart grow with documents, agencies and open dispatches, measured on the shipped commands. */
package io.docaxis.simulator.bench.scale;
