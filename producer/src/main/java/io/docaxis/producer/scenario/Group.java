package io.docaxis.producer.scenario;

/**
 * Components that belong together. A scenario's fingerprint has them one by one, under their own names and as if there were no group:
 * so a group may be made or dissolved, and every run keeps its identity.
 */
interface Group {}
