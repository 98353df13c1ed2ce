/**
 * What takes the place of a project's images where those can neither be pulled nor built: the lab's
 * own, with the project's files on them. Uses {@code stack}, {@code finding}, {@code engine},
 * {@code timing} and {@code domain}.
 */
package org.halab.standin;
