/** What is measured of a load: latencies from the intended instant, counts a second, and how long its threads waited for a processor. */
package io.docaxis.simulator.load.measure;
