/**
 * Incidents: a running cluster goes wrong in a way taken from life, and a person finds out how and
 * mends it. Each way is a class of its own, registered in {@link org.halab.incident.Incidents};
 * {@link org.halab.incident.Checkup} says what is not yet well, {@link org.halab.incident.Drill} is
 * the session in a terminal, {@link org.halab.incident.PostMortem} its end. Uses {@code
 * experiment}, {@code page} and what is below them; of the features it knows nothing.
 */
package org.halab.incident;
