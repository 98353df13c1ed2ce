package org.halab.finding;

import org.halab.message.Message;

/**
 * How to get from what was seen to a project without it, in stages.
 *
 * @param look where to look
 * @param change what to change
 * @param tryIt a command or a question with which one sees it for oneself
 */
public record Hint(Message look, Message change, Message tryIt) {}
