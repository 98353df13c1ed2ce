/**
 * What is deployed and how to reach it: the engine, the Compose files and their side-by-side form,
 * the images, and access to each container. Uses {@code timing} and {@code domain}.
 */
package org.halab.stack;
