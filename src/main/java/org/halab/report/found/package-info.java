/**
 * What a run found, in a few sentences for its first screen: each computed from the record of this
 * run alone, with the place of its evidence.
 */
package org.halab.report.found;
