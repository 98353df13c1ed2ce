/**
 * What the steps stand on: the run's engine and clusters, the world a scenario lives in, evidence,
 * hooks. Knows Cucumber and the driver.
 */
package org.halab.support;
