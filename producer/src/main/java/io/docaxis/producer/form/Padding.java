package io.docaxis.producer.form;

/** What events are padded with. */
public enum Padding {
    /** What compresses as little as the format allows. */
    RANDOM,
    /** Words, which compress as text does. */
    TEXT
}
