/**
 * How a node that was away comes back, and how not (task A2). Uses {@code experiment}, {@code
 * fault} and what is below them.
 */
package org.halab.rejoin;
