/** The examination of a project: what was read and what was tried become verdicts and results. */
package org.halab.examination;
