/** Which of Kafka's own lines are logged, and which levels a user can choose. */
package io.docaxis.simulator.logging;
