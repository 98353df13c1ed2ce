package org.halab.changes;

import java.util.List;

/**
 * Settings that were changed for one reason.
 *
 * @param reason in the words of the file that changes them
 */
public record Reasoned(String reason, List<SettingChange> settings) {}
