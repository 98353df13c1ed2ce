/**
 * Clients that use the database all the time, and the history of what each was answered. They know
 * nothing of faults. Uses {@code observe} for connections, {@code timing} for threads, and {@code
 * domain}.
 */
package org.halab.workload;
