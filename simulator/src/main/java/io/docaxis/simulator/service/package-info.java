/** Producers and a consumer as services of this process: their start, and their metrics and health over HTTP. */
package io.docaxis.simulator.service;
