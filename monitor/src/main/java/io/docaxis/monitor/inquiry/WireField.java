package io.docaxis.monitor.inquiry;

/**
 * A field of an event, and where it lies in the record's value.
 *
 * @param at index of its first byte, that of its tag
 * @param length how many bytes it takes, with tag and length
 * @param value in words
 */
record WireField(String name, int at, int length, String value) {}
