package org.tonle.measure;

import java.util.List;
import java.util.Optional;
import org.tonle.assess.Place;
import org.tonle.model.Quality;

/// Measurement that somebody could make: of an uncertain input of the study, or of the mean
/// concentration at a place in a season.
///
/// @param variable variable of an input in the draws, such as "load/unit"; "" for a concentration
/// @param object object of the input, such as "KH-08/livestock"; "" for a concentration
/// @param place place where a concentration is measured
/// @param season season of a concentration, else ""; `constituent` likewise
/// @param mark quality of today's figures for it; empty if a concentration was never measured
/// @param references keys of the publications behind these figures
/// @param error standard error of the measurement over its mean; 0 for an input, which is then
///   known
public record Measurement(
    String variable,
    String object,
    Optional<Place> place,
    String season,
    String constituent,
    Optional<Quality> mark,
    List<String> references,
    double error) {
  public Measurement {
    references = List.copyOf(references);
  }

  public boolean isInput() {
    return place.isEmpty();
  }

  /// Unit of the input, or "".
  public String unit() {
    boolean hasUnit = variable.equals("load/unit") || variable.equals("rate/unit");
    return hasUnit ? object.substring(0, object.lastIndexOf('/')) : "";
  }

  /// Object without its unit.
  public String subject() {
    return unit().isEmpty() ? object : object.substring(object.lastIndexOf('/') + 1);
  }
}
