/** In what form events go into the log: how large they are, what stands beside them, and how they are written. Pure. */
package io.docaxis.producer.form;
