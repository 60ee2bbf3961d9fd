/** The written truth: what happened, and what a perfect observer concludes from what was really delivered. */
package io.docaxis.producer.ledger;
