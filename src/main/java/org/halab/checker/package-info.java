/**
 * Judges a history: which acknowledged rows are lost, which unknown ones survived. Pure; sees
 * histories and rows only, never a cluster. Uses {@code domain}.
 */
package org.halab.checker;
