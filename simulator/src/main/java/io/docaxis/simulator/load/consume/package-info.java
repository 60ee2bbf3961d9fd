/** Who consumes what a load sends, and what is measured there: docaxis' own consumer, a plain one that counts, or a group of somebody else's. */
package io.docaxis.simulator.load.consume;
