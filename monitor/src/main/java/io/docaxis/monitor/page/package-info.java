/**
 * The operations page: its files, what it shows (sections of JSON made once a second, a stream of their changes to all viewers), and the history of what was
 * seen. Start reading at {@link io.docaxis.monitor.page.Room}.
 */
package io.docaxis.monitor.page;
