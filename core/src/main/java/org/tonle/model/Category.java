package org.tonle.model;

/// Category of the source of a load, by which results are grouped and coloured.
public enum Category {
  SEWERED,
  ON_SITE,
  INDUSTRY,
  PARK,
  LIVESTOCK,
  LAND,
  BOUNDARY;

  /// Stable lower-case name used in files.
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
