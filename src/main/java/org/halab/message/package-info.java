/**
 * What is said, apart from how it is worded: messages with keys and named arguments, and the words
 * of each language. Uses nothing else of the lab.
 */
package org.halab.message;
