/** What a run is asked for ({@code -Dlab.*}), and where it puts what it makes. Uses nothing. */
package org.halab.options;
