/**
 * The lab tries itself: wrong settings, each a small change to the project's own files, and the
 * scenarios that must notice it, each carried out in a process of its own. Uses {@code course},
 * {@code record} and the driver.
 */
package org.halab.matrix;
