/** What is logged of Kafka's own lines, and which levels a user can ask for. */
package io.docaxis.simulator.logging;
