/**
 * What the lab's variants change against the printed files, told from these files alone: a comment
 * above a setting is its reason, so that files and report cannot part. Uses {@code reading}, {@code
 * stack}, {@code domain} and {@code message}.
 */
package org.halab.changes;
