package org.tonle.model;

/// Receptor: a place to be judged, such as a drinking-water intake or a bathing place.
///
/// @param people number of people who depend on it
public record Receptor(
    String id,
    Names names,
    Kind kind,
    Entry place,
    double people,
    String standard,
    String className,
    Provenance provenance) {
  public enum Kind {
    INTAKE,
    BATHING
  }
}
