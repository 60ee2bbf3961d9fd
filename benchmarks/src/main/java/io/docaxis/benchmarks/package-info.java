/** What single parts of the hot path cost, each on the events of the national scenario. */
package io.docaxis.benchmarks;
