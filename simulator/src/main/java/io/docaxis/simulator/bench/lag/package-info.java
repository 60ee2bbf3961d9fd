/** How right time lags are that are not read from a record, on logs that are simulated. Start reading at {@link io.docaxis.simulator.bench.lag.LagBench}. */
package io.docaxis.simulator.bench.lag;
