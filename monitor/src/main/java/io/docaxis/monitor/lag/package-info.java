/** Transport lag: what a group has not read, in records and in time. Start reading at {@link io.docaxis.monitor.lag.LagReader}. */
package io.docaxis.monitor.lag;
