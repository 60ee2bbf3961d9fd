/** The operations page: its files, and what it is told. Start reading at {@link io.docaxis.monitor.page.PageFilesConfiguration}. */
package io.docaxis.monitor.page;
