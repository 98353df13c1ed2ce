/**
 * What acts on the containers: deployment, removal, and the faults, one class each. A fault knows
 * how to break and to heal, and checks that it took effect; what should follow from it is not its
 * business. Uses {@code stack}, {@code timing} and {@code domain}.
 */
package org.halab.control;
