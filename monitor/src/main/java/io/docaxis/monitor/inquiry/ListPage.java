package io.docaxis.monitor.inquiry;

/**
 * The part of a list that is shown.
 *
 * @param offset how many are passed over
 * @param limit how many are shown at most
 */
record ListPage(long offset, long limit) {}
