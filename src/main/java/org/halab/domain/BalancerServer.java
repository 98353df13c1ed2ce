package org.halab.domain;

/**
 * One server behind the entrypoint, as its statistics show it.
 *
 * @param status {@code UP}, {@code DOWN}, or a state between them ({@code UP 1/3})
 * @param check what the last health check saw, for example {@code L7STS 503} (HAProxy)
 * @param rise good checks needed to become UP
 * @param fall failed checks needed to become DOWN
 */
public record BalancerServer(String name, String status, String check, int rise, int fall) {
  public boolean up() {
    return status.startsWith("UP");
  }

  @Override
  public String toString() {
    return name + " " + status + " (" + check + ")";
  }
}
