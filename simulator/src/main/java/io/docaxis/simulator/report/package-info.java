/**
 * The parts of every report: wording, JSON, HTML page, targets and doubts, machine and versions, and the directory of its files.
 */
package io.docaxis.simulator.report;
