/**
 * What a scenario has: the run's clusters, its world, its evidence, the hooks. Uses {@code
 * record},\n * {@code live} and the driver.
 */
package org.halab.scenario;
