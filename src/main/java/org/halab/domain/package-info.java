/**
 * What the lab talks about: nodes, roles, members, tables, log lines. Plain values, no I/O. Uses
 * {@code message}.
 */
package org.halab.domain;
