/** Rounds over one cluster, its groups and its prefixes, and what metrics and health say of them. */
package io.docaxis.monitor.watch;
