/**
 * What a run found, in words: stories and answers composed from what was observed, never canned.
 * Pure; uses {@code domain} and {@code checker}.
 */
package org.halab.report;
