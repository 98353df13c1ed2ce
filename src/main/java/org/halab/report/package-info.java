/**
 * What a run found, in words: stories and answers composed from what was observed, never canned.
 * Below it are the written report's model, charts and files. Uses {@code domain} and {@code
 * checker}.
 */
package org.halab.report;
