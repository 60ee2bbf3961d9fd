/** The consumer groups of a cluster, and their figures as metrics. */
package io.docaxis.monitor.group;
