/**
 * What a series of looks at a consumer group says: its health, its time lag, its rates. Pure: a look is what somebody else has
 * asked a cluster for, and time is part of it. Start reading at {@link io.docaxis.monitor.health.LookHistory}; {@code
 * docs/lag.md} has the rules and the method.
 */
package io.docaxis.monitor.health;
