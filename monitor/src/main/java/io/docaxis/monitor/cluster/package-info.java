/** What is asked of a cluster again and again, each question bounded in time, whether it answers, and what is said of that asking. */
package io.docaxis.monitor.cluster;
