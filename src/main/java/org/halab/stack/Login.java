package org.halab.stack;

/** A user of the database, and the password that the project's files give it. */
public record Login(String user, String password) {
  @Override
  public String toString() {
    return user;
  }
}
