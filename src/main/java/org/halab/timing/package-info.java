/**
 * Time: deadlines with names, computed from the live configuration, and the one place that waits.
 * Uses {@code domain} only.
 */
package org.halab.timing;
