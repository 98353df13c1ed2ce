/**
 * Faults, one file each, and the catalogue that names them. A fault knows how to break and to
 * heal,\n * and checks that it took effect; what should follow from it is not its business. Uses
 * {@code\n * cluster} and what is below it.
 */
package org.halab.fault;
