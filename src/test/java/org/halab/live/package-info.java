/**
 * What the run is at, for a person at a terminal: scenario, step, wait and leader of each feature
 * under way. Knows Cucumber's events and the driver; changes nothing.
 */
package org.halab.live;
