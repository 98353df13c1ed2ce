/**
 * What the lab talks about: nodes, roles, members, tables, log lines. Plain values, no I/O; uses
 * nothing else of the lab.
 */
package org.halab.domain;
