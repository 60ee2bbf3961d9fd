/** A run as one page of HTML, from what the operations page knew at its end. Start reading at {@link io.docaxis.simulator.result.page.RunPage}. */
package io.docaxis.simulator.result.page;
