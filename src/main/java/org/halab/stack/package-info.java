/**
 * What a project is, read from its files: Compose's model, Patroni's node files, the entrypoint's\n
 * * configuration, the Dockerfile. Uses {@code engine}, {@code timing} and {@code domain}.
 */
package org.halab.stack;
