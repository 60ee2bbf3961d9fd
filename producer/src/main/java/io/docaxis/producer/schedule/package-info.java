/**
 * When events are wanted in the log. Either simulated time drives the wall clock ({@link io.docaxis.producer.schedule.SpeedSchedule}), or the
 * number of an event does ({@link io.docaxis.producer.schedule.RateSchedule}). Pure.
 */
package io.docaxis.producer.schedule;
