/**
 * Drills: a pipeline of real processes is played, something in it is broken with real signals, and what it concluded is held
 * against the truth. Start reading at {@link io.docaxis.simulator.drill.Attempt}.
 */
package io.docaxis.simulator.drill;
