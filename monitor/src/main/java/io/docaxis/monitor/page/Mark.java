package io.docaxis.monitor.page;

/**
 * Something that changed, for the time axis.
 *
 * @param atMs wall clock at which that was seen
 * @param simulatedS how far simulated time had come; NaN: unknown
 * @param kind what it is about: a group, a source, an agency, the cluster, the run
 * @param name of that
 * @param state that it has since
 * @param bad whether somebody should look
 * @param text more about it, for people
 */
record Mark(long atMs, double simulatedS, String kind, String name, String state, boolean bad, String text) {}
