/**
 * Brings projects up and takes them down: the Compose file as the lab runs it, the images, free
 * or\n * printed addresses. Uses {@code stack}, {@code engine}, {@code timing} and {@code domain}.
 */
package org.halab.deploy;
