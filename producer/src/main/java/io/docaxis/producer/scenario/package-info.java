/** A scenario as values, which know nothing of files. */
package io.docaxis.producer.scenario;
