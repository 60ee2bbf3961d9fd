/** Metrics and health over HTTP, who may ask for them, and how a metric is described. Start reading at {@link io.docaxis.monitor.endpoint.WebEndpoints}. */
package io.docaxis.monitor.endpoint;
