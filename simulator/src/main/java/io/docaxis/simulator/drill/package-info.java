/**
 * Drills: a pipeline of real processes runs, a real signal breaks something in it, and its conclusions are compared with the
 * truth. Start reading at {@link io.docaxis.simulator.drill.Attempt}.
 */
package io.docaxis.simulator.drill;
