/**
 * The experiments that answer the guide's two questions. Uses {@code changes}, {@code cluster} and
 * what is below it.
 */
package org.halab.question;
