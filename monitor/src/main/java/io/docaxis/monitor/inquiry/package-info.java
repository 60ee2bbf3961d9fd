/**
 * Questions about a prefix that are answered once, from its topics as they are then: who is late, what happened to a thread. Start reading at
 * {@link io.docaxis.monitor.inquiry.LateReader} and {@link io.docaxis.monitor.inquiry.HistoryReader}.
 */
package io.docaxis.monitor.inquiry;
