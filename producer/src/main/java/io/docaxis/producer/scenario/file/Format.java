package io.docaxis.producer.scenario.file;

/** How a value of some kind is written in a scenario file. */
interface Format<T> {

    /** The value; null, with the problem noted, if it is not one. */
    T read(Place place);

    /** What is allowed, in words that fit both a problem and the reference. */
    String allowed();
}
