package org.tonle.measure;

import java.util.List;
import java.util.Optional;
import org.tonle.assess.Place;
import org.tonle.model.Quality;

/// Something that somebody could go and measure: an uncertain input of the study, or the mean of a
/// concentration at a place in a season.
///
/// @param variable of an input as the draws name it, such as "load/unit"; "" of a concentration
/// @param object of the input, such as "KH-08/livestock"; "" of a concentration
/// @param place where a concentration is measured
/// @param season and `constituent`: of a concentration, else ""
/// @param mark how good the figures are that stand for it today; none where a concentration was
///   never measured
/// @param references keys of what they are taken from
/// @param error standard error of the measurement over its mean; 0 of an input, which is then known
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

  /// The unit of an input that has one, else "".
  public String unit() {
    boolean hasUnit = variable.equals("load/unit") || variable.equals("rate/unit");
    return hasUnit ? object.substring(0, object.lastIndexOf('/')) : "";
  }

  /// The object without its unit.
  public String subject() {
    return unit().isEmpty() ? object : object.substring(object.lastIndexOf('/') + 1);
  }
}
