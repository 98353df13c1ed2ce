/**
 * Faults, one file each, and the catalogue that registers them. A fault knows its words, how to
 * break and to heal, and checks that it took effect; what should follow from it is not its
 * business. Uses {@code cluster} and what is below it.
 */
package org.halab.fault;
