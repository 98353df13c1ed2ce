/** What is found out about a student's project: findings, and the guide's items they bear on. */
package org.halab.finding;
