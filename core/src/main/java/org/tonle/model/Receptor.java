package org.tonle.model;

/// A place judged: a drinking-water intake, a bathing place.
///
/// @param people behind it
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
