/**
 * The sentences of the features: each is one call to the driver, one expectation, and the evidence
 * for it. No polling, SQL or HTTP here.
 */
package org.halab.steps;
