/**
 * The sentences of the features: each acts on the driver or asks it, says what is expected, and
 * shows the evidence. How to wait, and how to speak to HTTP, to the engine or to a database, is the
 * driver's; which deadline holds, and a query that the reader of the report is to see, may stand
 * here.
 */
package org.halab.steps;
