/** What the sources of this process say of themselves to others: metrics and health. */
package io.docaxis.simulator.producing;
