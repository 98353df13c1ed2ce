/** Which scenarios a run carries out, and how many at once. Uses {@code scenario}. */
package org.halab.selection;
