/** Draws the timeline of a fault as SVG, readable in grey and by colour-blind people. */
package org.halab.report.chart;
