/** The result of a load: one record, and what becomes of it: files, a page, words; and several results merged into one. */
package io.docaxis.simulator.load.result;
