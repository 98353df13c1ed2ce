/**
 * What the run is at, for a person at a terminal: scenario, step, wait and leader of each feature
 * under way, and the lines at the bottom of the terminal that say so. Knows Cucumber's events and
 * the driver; changes nothing.
 */
package org.halab.live;
