/**
 * The walkthrough and the live view as a person has them: Maven in a real pseudo-terminal. Tagged,
 * and run on request only: the walkthrough takes the guide's own ports.
 */
package org.halab.terminal;
