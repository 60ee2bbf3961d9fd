/**
 * A pipeline as somebody sees it who stands outside: the shipped program as processes that can be started, signalled and
 * killed, and topics and consumer groups as Kafka tells anyone.
 */
package io.docaxis.simulator.outside;
