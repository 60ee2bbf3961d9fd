/**
 * From facts to outcomes: {@link io.docaxis.consumer.conclusion.Judgement} judges one dispatch, {@link
 * io.docaxis.consumer.conclusion.Conclusions} says when, and {@link io.docaxis.consumer.conclusion.TallyWriter} writes what
 * changed into the tally and announces lateness.
 */
package io.docaxis.consumer.conclusion;
