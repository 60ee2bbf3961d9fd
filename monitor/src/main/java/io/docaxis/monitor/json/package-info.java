/** What all JSON answers have in common. */
package io.docaxis.monitor.json;
