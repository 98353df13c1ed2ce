package org.halab.finding;

/** What a finding means for the items it bears on. */
public enum Severity {
  /** The cluster, or what hangs on it, does not work: nothing else can be tried. */
  FATAL,
  /** Something that an item asks for does not work. */
  MISTAKE,
  /** It works, and yet something may be lost or taken over. */
  RISK,
  /** It differs from the guide's text, and works as well. */
  HARMLESS
}
