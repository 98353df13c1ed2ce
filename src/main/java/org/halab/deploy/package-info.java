/**
 * Brings projects up and takes them down: the Compose file as the lab runs it, the images or what
 * stands in for them, free or printed addresses. Uses {@code standin}, {@code stack}, {@code
 * engine}, {@code finding}, {@code timing} and {@code domain}.
 */
package org.halab.deploy;
