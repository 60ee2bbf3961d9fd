/** The cluster that a user names: client configuration, addresses, and whether its brokers answer. */
package io.docaxis.simulator.cluster;
