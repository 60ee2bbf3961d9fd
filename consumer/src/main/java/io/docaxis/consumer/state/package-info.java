/**
 * What one partition remembers: threads with the facts of their dispatches, its tally and its progress, and how all of it is
 * stored. Start reading at {@link io.docaxis.consumer.state.ExchangeState}.
 */
package io.docaxis.consumer.state;
