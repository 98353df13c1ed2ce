/**
 * What a stranger's project may ask of this machine: what Compose may read of it, what of it may be
 * started, and within which limits.
 */
package org.halab.guard;
