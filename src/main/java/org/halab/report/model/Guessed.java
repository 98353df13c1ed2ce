package org.halab.report.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import org.halab.domain.Guess.Leads;

/**
 * What was expected of a fault before it was made.
 *
 * @param leads who leads after it; null if nothing was said of that
 * @param seconds for which no write succeeds; null if nothing was said of that
 * @param bound what the settings allow for; null if they do not bound it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Guessed(Leads leads, Double seconds, Experiment.Bound bound) {
  public Optional<Leads> leader() {
    return Optional.ofNullable(leads);
  }

  public Optional<Double> outage() {
    return Optional.ofNullable(seconds);
  }

  public Optional<Experiment.Bound> allowed() {
    return Optional.ofNullable(bound);
  }
}
