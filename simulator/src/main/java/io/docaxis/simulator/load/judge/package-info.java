/** What a load comes to: requirements held or not, whether its measurements mean anything, and the verdict. Pure. */
package io.docaxis.simulator.load.judge;
