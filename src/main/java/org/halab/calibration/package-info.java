/**
 * How long each stage after a fault takes: what the settings let expect, beside what the records of
 * many runs say. Uses {@code report.model} for the records, {@code fault} for what is computed.
 */
package org.halab.calibration;
