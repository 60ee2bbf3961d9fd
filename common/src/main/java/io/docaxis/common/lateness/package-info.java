/** What is known of obligations that are late, read from a topic. Start reading at {@link io.docaxis.common.lateness.LatenessReader}. */
package io.docaxis.common.lateness;
