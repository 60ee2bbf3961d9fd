/**
 * What every report is made of, whatever it reports: wording, JSON, a page, targets and doubts; the machine and the versions it is
 * about; and the directory that its files go to.
 */
package io.docaxis.simulator.report;
