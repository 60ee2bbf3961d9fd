/** What is asked of a cluster again and again, each question bounded in time, and whether it answers. */
package io.docaxis.monitor.cluster;
