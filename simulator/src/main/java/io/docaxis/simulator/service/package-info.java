/** Producers and a consumer as services of this process: how they are started, and what each says of itself over HTTP. */
package io.docaxis.simulator.service;
