package org.halab.stack;

/**
 * One server of the DCS.
 *
 * @param port where it answers clients, in its container
 */
public record DcsMember(String service, int port) {
  @Override
  public String toString() {
    return service;
  }
}
