package org.tonle.model;

/// Who a load comes from, as results and colours group it.
public enum Category {
  SEWERED,
  ON_SITE,
  INDUSTRY,
  PARK,
  LIVESTOCK,
  LAND,
  BOUNDARY;

  /// Stable lower-case name in files.
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
