package org.halab.deploy;

/** Looks at a project from before its containers are started until they are to be removed. */
public interface Watch {
  Watch NOBODY = project -> () -> {};

  /** Begins; it ends when what is returned is closed. */
  AutoCloseable over(Project project);
}
