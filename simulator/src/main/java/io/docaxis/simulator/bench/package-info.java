/**
 * The speed of the whole pipeline, beside Kafka alone moving the same bytes. {@code Bench} is a session of interleaved laps; each
 * lap has a broker, a generator and a consumer of its own, each a process.
 */
package io.docaxis.simulator.bench;
