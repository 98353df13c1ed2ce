/** Faults that are drawn by chance, from a seed that draws them again. */
package org.halab.storm;
